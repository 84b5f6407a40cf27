import { SummaryList } from '@/components/ui/summary-list'
import { dayOf, dayWords } from '@/lib/platform/days'
import { awardReasons, type ProjectDecision } from '@/lib/procurement/projects/project'

/** What was decided and why, with the evidence and its hash. */
export function DecisionSummary({ id, decision }: { id: string; decision: ProjectDecision }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Decision</h2>
      <SummaryList
        rows={[
          { key: 'Decided', value: dayWords(dayOf(decision.decidedAt)) },
          {
            key: 'Kind of reason',
            value: awardReasons[decision.reasonCode as keyof typeof awardReasons] ?? decision.reasonCode,
          },
          { key: 'Reason', value: decision.reason },
          { key: 'Decision pack', value: <a href={`/projects/${id}/pack.json`}>Download the pack (JSON)</a> },
          { key: 'SHA-256 of the pack', value: <code className="tw:break-all">{decision.packSha256}</code> },
        ]}
      />
    </>
  )
}
