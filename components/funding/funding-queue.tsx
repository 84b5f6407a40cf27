import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import { type FundingRequest, fundingLabels } from '@/lib/funding/funding-request'
import { type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** Requests, the oldest clock first; overdue is said in words. */
export function FundingQueue({ requests, today }: { requests: FundingRequest[]; today: Day }) {
  const due = (request: FundingRequest) =>
    request.state !== 'submitted'
      ? 'Decided'
      : request.dueOn < today
        ? `Overdue since ${dayWords(request.dueOn)}`
        : dayWords(request.dueOn)
  return (
    <Table
      caption="Funding requests"
      hideCaption
      columns={[
        { heading: 'What for' },
        { heading: 'State' },
        { heading: 'Decision due' },
        { heading: 'Whole life', number: true },
      ]}
      rows={requests.map((r) => ({
        key: r.id,
        cells: [
          <a href={`/funding/${r.id}`} key="t">
            {r.title}
          </a>,
          <Tag colour={fundingLabels[r.state].colour} key="s">
            {fundingLabels[r.state].words}
          </Tag>,
          due(r),
          poundsWords(r.wholeLifePence),
        ],
      }))}
    />
  )
}
