import { Warning } from '@/components/ui/warning'
import type { RegisterEntry } from '@/lib/assurance/register-view'
import { dayWords } from '@/lib/platform/days'

/** The notice on a listing whose plan has run out (CL-05): new orders are held, what is in use runs on. */
export function ExpiredPlans({ entry }: { entry: RegisterEntry }) {
  const open = entry.nonConformities.filter((nc) => nc.state === 'open')
  const expired = open.flatMap((nc) => nc.plans.filter((p) => p.state === 'expired').map((plan) => ({ nc, plan })))
  if (expired.length === 0) return null
  return (
    <Warning title={expired.length === 1 ? 'A plan has run out' : `${expired.length} plans have run out`}>
      {expired.map(({ nc, plan }) => (
        <p key={plan.id}>
          The plan for {nc.requirementId} ended on {dayWords(plan.dueOn)} and was not claimed done. New orders are held.
          Contracts in force run on.
        </p>
      ))}
    </Warning>
  )
}
