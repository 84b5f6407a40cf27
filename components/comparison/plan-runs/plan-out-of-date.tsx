import { Warning } from '@/components/ui/warning'
import type { PlanPage } from '@/lib/comparison/plans/get-plan'
import { dayWords } from '@/lib/platform/days'

/** How many changes are named one by one. */
const mostNamed = 10

/** PLAN-4: stands above the answer, because what was proven then is not proven of the market of today. */
export function PlanOutOfDate({ view: { run, changes } }: { view: PlanPage }) {
  if (changes.length === 0) return null
  return (
    <Warning title="This plan is out of date">
      <p>Since it was computed on {dayWords(run.choice.asOf)}:</p>
      <ul>
        {changes.slice(0, mostNamed).map((change) => (
          <li key={change}>{change}</li>
        ))}
      </ul>
      {changes.length > mostNamed ? <p>And {changes.length - mostNamed} more.</p> : null}
      <p>
        <a href={`/shortlists/needs/${run.profileId}`}>Ask again from the profile</a>
      </p>
    </Warning>
  )
}
