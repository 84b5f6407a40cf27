import { Details } from '@/components/ui/details'
import { Table } from '@/components/ui/table'
import type { Choice, Outcome } from '@/lib/comparison/optimiser/choice'
import { breakEvenOf, breakEvenWords } from '@/lib/comparison/plans/break-even-rules'
import { assumptionsOf, factsWords, greedyWords } from '@/lib/comparison/plans/outcome-words'
import { planName } from '@/lib/comparison/plans/plan-names'
import { poundsWords } from '@/lib/platform/money'

type Props = { choice: Choice; outcome: Outcome }

/** What stands beside a plan: what today costs and lacks, what would turn the choice, and a choice made step by step. */
export function BesideThePlan({ choice, outcome }: Props) {
  const { asToday } = outcome
  const turn = breakEvenOf(choice, outcome)
  const need = (id: string) => choice.needs.find((n) => n.id === id)?.words ?? id
  const said = [
    asToday
      ? `Going on as today (${planName(choice, asToday.plan)}) costs ${poundsWords(BigInt(asToday.plan.costPence))} and ${
          asToday.missing.length === 0
            ? 'covers every need.'
            : `does not cover ${asToday.missing.map(need).join(', ')}.`
        }`
      : undefined,
    turn && breakEvenWords(choice, turn),
    greedyWords(choice, outcome),
  ].filter((words) => words !== undefined)
  if (said.length === 0) return null
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {said.map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  )
}

/** On what the plan rests: dates, what is assumed, and who was not considered and why. */
export function PlanGrounds({ choice, outcome }: Props) {
  const { plan, notConsidered } = outcome
  const assumed = plan ? assumptionsOf(choice, plan) : []
  return (
    <section aria-labelledby="grounds">
      <h2 className="nhsuk-heading-m" id="grounds">
        What this rests on
      </h2>
      <p>{factsWords(choice)}</p>
      {assumed.length > 0 ? (
        <>
          <p>Not known, so assumed:</p>
          <ul className="nhsuk-list nhsuk-list--bullet">
            {assumed.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </>
      ) : null}
      {notConsidered.length === 0 ? (
        <p>No module was left out.</p>
      ) : (
        <Details summary={`Modules that were not considered: ${notConsidered.length}`}>
          <Table
            caption="Not considered, and why"
            hideCaption
            columns={[{ heading: 'Module' }, { heading: 'Why' }]}
            rows={notConsidered.map(({ moduleId, name, why }) => ({ key: moduleId, cells: [name, why] }))}
          />
        </Details>
      )}
    </section>
  )
}
