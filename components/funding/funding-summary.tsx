import { SummaryList } from '@/components/ui/summary-list'
import { declineCodes, type FundingRequest, yearWords } from '@/lib/funding/funding-request'
import { dayOf, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** What is asked, of whom, from which budget, and what was decided. */
export function FundingSummary({ request, names }: { request: FundingRequest; names: (id: string) => string }) {
  const decided = request.decidedAt ? [{ key: 'Decided', value: dayWords(dayOf(request.decidedAt)) }] : []
  const declined = request.declineCode
    ? [
        {
          key: 'Declined because',
          value: declineCodes[request.declineCode as keyof typeof declineCodes] ?? request.declineCode,
        },
      ]
    : []
  const note = request.decisionReason ? [{ key: 'In words', value: request.decisionReason }] : []
  return (
    <SummaryList
      rows={[
        { key: 'Asked by', value: names(request.requesterOrgId) },
        { key: 'Payer', value: names(request.payerId) },
        { key: 'Why', value: request.reason },
        { key: 'Whole life', value: <strong>{poundsWords(request.wholeLifePence)} excluding VAT</strong> },
        ...request.slices.map((slice) => ({
          key: `${slice.stream} ${yearWords(slice.year)}`,
          value: poundsWords(slice.pence),
        })),
        { key: 'Decision due', value: dayWords(request.dueOn) },
        ...(request.reference.type === 'CallOff'
          ? [
              { key: 'The order', value: <a href={`/call-offs/${request.reference.id}`}>Read the call-off</a> },
              { key: 'Why this module', value: <a href={`/funding/${request.id}/pack.json`}>Decision pack (JSON)</a> },
            ]
          : []),
        ...(request.reference.type === 'HoldOver'
          ? [{ key: 'The contract', value: <a href={`/contracts/${request.reference.id}/end`}>How it ends</a> }]
          : []),
        ...decided,
        ...declined,
        ...note,
      ]}
    />
  )
}
