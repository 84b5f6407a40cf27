import type { ReactNode } from 'react'
import { Table } from '@/components/ui/table'
import { Tag } from '@/components/ui/tag'
import {
  type FundingRequest,
  fundingLabels,
  isOverdue,
  isWaiting,
  withOptions,
  yearWords,
} from '@/lib/funding/funding-request'
import type { QueuedRequest } from '@/lib/funding/list-funding-queue'
import { type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'

/** Requests, the oldest clock first; overdue is said in words and counted. */
export function FundingQueue({ requests, today }: { requests: QueuedRequest[]; today: Day }) {
  const overdue = requests.filter((request) => isOverdue(request, today)).length
  const waiting = requests.filter(isWaiting).length
  return (
    <>
      <p>
        {waiting} waiting for a decision, {overdue} overdue.
      </p>
      <Table
        caption="Funding requests"
        hideCaption
        columns={[
          { heading: 'What for' },
          { heading: 'State' },
          { heading: 'Decision due' },
          { heading: 'Who has it' },
          { heading: 'Whole life', number: true },
          { heading: 'By year' },
        ]}
        rows={requests.toSorted(byClock).map((r) => ({
          key: r.id,
          cells: [
            <span key="t">
              <a href={`/funding/${r.id}`}>{r.title}</a>
              <Marks request={r} />
            </span>,
            <Tag colour={fundingLabels[r.state].colour} key="s">
              {fundingLabels[r.state].words}
            </Tag>,
            due(r, today),
            ownerWords(r),
            `${poundsWords(r.wholeLifePence)}${r.optionsPence > 0n ? `, ${poundsWords(withOptions(r))} with options` : ''}`,
            r.slices.map((slice) => `${yearWords(slice.year)} ${poundsWords(slice.pence)}`).join('; ') || 'None',
          ],
        }))}
      />
    </>
  )
}

/** What waits stands before what does not; of what waits the urgent first, then the oldest clock. */
function byClock(a: FundingRequest, b: FundingRequest): number {
  const rank = (r: FundingRequest) => (isWaiting(r) ? (r.urgentReason ? 0 : 1) : r.state === 'returned' ? 2 : 3)
  return rank(a) - rank(b) || (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0)
}

/** What whoever decides must not overlook, in words. */
function Marks({ request: { alike, urgentReason } }: { request: QueuedRequest }) {
  return (
    <>
      {urgentReason ? (
        <>
          {' '}
          <Tag colour="orange">Urgent</Tag>
        </>
      ) : null}
      {alike > 0 ? (
        <>
          {' '}
          <Tag colour="yellow">{`${alike} more for the like`}</Tag>
        </>
      ) : null}
    </>
  )
}

function due(request: FundingRequest, today: Day): ReactNode {
  if (request.state === 'returned') return 'The clock stands'
  if (!isWaiting(request)) return 'Decided'
  return isOverdue(request, today) ? (
    <Tag colour="red" key="due">{`Overdue since ${dayWords(request.dueOn)}`}</Tag>
  ) : (
    dayWords(request.dueOn)
  )
}

/** Whose move it is. */
export function ownerWords(request: FundingRequest): string {
  if (isWaiting(request)) return request.appealedAt ? 'Another approver of the payer' : 'The payer’s approvers'
  if (request.state === 'returned') return 'Who asked'
  return request.reviewDueOn && !request.reviewedAt ? 'Who reviews the urgent approval' : 'Nobody'
}
