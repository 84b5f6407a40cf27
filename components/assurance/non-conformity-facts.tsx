import { ClockTable } from '@/components/assurance/clock-table'
import { PlanFacts } from '@/components/assurance/plan-facts'
import { SummaryList } from '@/components/ui/summary-list'
import type { NonConformityPage } from '@/lib/assurance/non-conformities/get-non-conformity'
import { closedByWords, hazardWords, sourceWords, stateWords } from '@/lib/assurance/non-conformities/non-conformity'
import { dayWords } from '@/lib/platform/days'

/** What is known of a non-conformity, its clocks, what the supplier states, and its plans. */
export function NonConformityFacts({ nc }: { nc: NonConformityPage }) {
  return (
    <>
      <SummaryList
        rows={[
          { key: 'State', value: stateWords[nc.state] + (nc.closedBy ? `: ${closedByWords[nc.closedBy]}` : '') },
          { key: 'What was seen', value: nc.summary },
          { key: 'How it came up', value: sourceWords[nc.source] },
          { key: 'Hazard', value: hazardWords[nc.hazard] + (nc.serious ? ', serious' : '') },
          { key: 'Determined', value: nc.determinedOn ? dayWords(nc.determinedOn) : 'Not yet' },
          ...(nc.closedOn ? [{ key: 'Closed', value: dayWords(nc.closedOn) }] : []),
          ...(nc.reason ? [{ key: 'What the assessor says', value: nc.reason }] : []),
        ]}
      />
      {nc.determinedOn ? <ClockTable clocks={nc.clocks} /> : null}
      {nc.statements.length > 0 ? <h2 className="nhsuk-heading-m">What the supplier states</h2> : null}
      <Statements statements={nc.statements} />
      {nc.plans.length > 0 ? <h2 className="nhsuk-heading-m">Plans</h2> : null}
      {nc.plans.map((plan) => (
        <PlanFacts plan={plan} key={plan.id} />
      ))}
    </>
  )
}

/** The supplier's public words, the oldest first. */
export function Statements({ statements }: Pick<NonConformityPage, 'statements'>) {
  return statements.map(({ text, on }) => (
    <blockquote key={`${on}${text}`} className="nhsuk-inset-text">
      <p>{text}</p>
      <p className="nhsuk-body-s">The supplier, {dayWords(on)}</p>
    </blockquote>
  ))
}
