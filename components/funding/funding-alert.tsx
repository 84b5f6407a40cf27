import { InsetText } from '@/components/ui/inset-text'
import { type FundingRequest, isOverdue, reviewOutcomes, withOptions } from '@/lib/funding/funding-request'
import { type Day, dayWords } from '@/lib/platform/days'
import { poundsWords } from '@/lib/platform/money'
import { ownerWords } from './funding-queue'

/** Whose move it is, and what whoever decides must not overlook: overdue, urgent, and other requests for the like. */
export function FundingAlert({
  request,
  alike,
  today,
}: {
  request: FundingRequest
  alike: FundingRequest[]
  today: Day
}) {
  const sum = alike.reduce((total, other) => total + withOptions(other), withOptions(request))
  return (
    <>
      <p>
        Who has it: <strong>{ownerWords(request)}</strong>.
        {isOverdue(request, today) ? ` The decision is overdue since ${dayWords(request.dueOn)}.` : ''}
        {request.state === 'approved' && request.approvedUntil && !request.usedAt
          ? ` The approval lapses after ${dayWords(request.approvedUntil)} unless the order is signed.`
          : ''}
      </p>
      {request.urgentReason ? (
        <InsetText>
          <p>
            Urgent.{' '}
            {request.reviewedAt && request.reviewOutcome
              ? `Reviewed: ${reviewOutcomes[request.reviewOutcome].toLowerCase()}.`
              : ''}
            {request.reviewDueOn && !request.reviewedAt ? `A review is due on ${dayWords(request.reviewDueOn)}.` : ''}
          </p>
        </InsetText>
      ) : null}
      {alike.length > 0 ? (
        <InsetText>
          <p>
            Other requests for the same supplier, practice and capability, {poundsWords(sum)} together with this one:
          </p>
          <ul>
            {alike.map((other) => (
              <li key={other.id}>
                <a href={`/funding/${other.id}`}>{other.title}</a>, {poundsWords(withOptions(other))}
              </li>
            ))}
          </ul>
        </InsetText>
      ) : null}
    </>
  )
}
