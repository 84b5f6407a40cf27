import { SummaryList } from '@/components/ui/summary-list'
import { dayOf, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { expectedUseWords } from '@/lib/procurement/projects/expected-use-rules'
import {
  awardedEntries,
  decisionReasons,
  outcomeWords,
  type Project,
  type ProjectDecision,
  togetherPence,
} from '@/lib/procurement/projects/project'

/** What was decided and why, with the evidence and its hash. */
export function DecisionSummary({ project, decision }: { project: Project; decision: ProjectDecision }) {
  const { id } = project
  const { mechanism, agreedTermPence } = decision
  const winners = awardedEntries(project)
  const together = togetherPence(winners)
  return (
    <>
      <h2 className="nhsuk-heading-m">Decision</h2>
      <SummaryList
        rows={[
          { key: 'Outcome', value: outcomeWords[decision.outcome] },
          ...(winners.length > 1
            ? [
                {
                  key: 'Chosen together',
                  value: winners.map(({ moduleName, supplierName }) => `${moduleName} of ${supplierName}`).join('; '),
                },
                {
                  key: 'What they cost together',
                  value: together === null ? 'Depends on use' : `${poundsWords(together)} over the term, excluding VAT`,
                },
              ]
            : []),
          { key: 'Decided', value: dayWords(dayOf(decision.decidedAt)) },
          { key: 'Kind of reason', value: decisionReasons[decision.reasonCode] ?? decision.reasonCode },
          { key: 'Reason', value: decision.reason },
          ...(mechanism ? [{ key: 'How it was chosen', value: mechanism.words }] : []),
          ...(mechanism?.reviewBy ? [{ key: 'To be reviewed by', value: dayWords(mechanism.reviewBy) }] : []),
          ...winners.flatMap(({ moduleName, prices, termPence, expectedMonthly = [] }) =>
            expectedMonthly.length === 0
              ? []
              : [
                  {
                    key: `Expected use of ${moduleName}`,
                    value: `${expectedUseWords(prices, expectedMonthly)}: ${poundsWords(termPence!)} over the term, excluding VAT`,
                  },
                ],
          ),
          ...(agreedTermPence === null
            ? []
            : [{ key: 'Agreed price', value: `${poundsWords(agreedTermPence)} over the term, excluding VAT` }]),
          {
            key: 'Evidence',
            value: <a href={`/projects/${id}/pack`}>The decision pack, to read, download and verify</a>,
          },
          { key: 'SHA-256 of the pack', value: <code className="tw:break-all">{decision.packSha256}</code> },
        ]}
      />
    </>
  )
}
