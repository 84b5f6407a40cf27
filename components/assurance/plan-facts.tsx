import { Tag, type TagColour } from '@/components/ui/tag'
import { planViewWords } from '@/lib/assurance/non-conformities/non-conformity-view'
import { planKindWords } from '@/lib/assurance/non-conformities/plan'
import type { PublicPlan } from '@/lib/assurance/non-conformities/public-view-rules'
import { dayWords } from '@/lib/platform/days'

const colours: Record<PublicPlan['state'], TagColour> = {
  proposed: 'blue',
  returned: 'grey',
  accepted: 'yellow',
  expired: 'red',
  superseded: 'grey',
  verified: 'green',
}

/** A plan with its milestones, as everybody reads it once it is accepted. */
export function PlanFacts({ plan }: { plan: PublicPlan & { returnReason?: string | null } }) {
  const happened = [
    ...(plan.acceptedOn ? [`Accepted by two officers on ${dayWords(plan.acceptedOn)}.`] : []),
    ...(plan.startedOn ? [`Started on ${dayWords(plan.startedOn)}.`] : []),
    ...(plan.extendedFrom ? [`Extended by two officers, from ${dayWords(plan.extendedFrom)}.`] : []),
    ...(plan.claimedDoneOn ? [`Claimed done on ${dayWords(plan.claimedDoneOn)}.`] : []),
    ...(plan.rejected ? [`The claim was rejected on ${dayWords(plan.rejected.on)}: ${plan.rejected.words}`] : []),
    ...(plan.state === 'returned' && plan.returnReason ? [`Sent back: ${plan.returnReason}`] : []),
  ]
  return (
    <div>
      <h3 className="nhsuk-heading-s">
        {planKindWords[plan.kind]} until {dayWords(plan.dueOn)}{' '}
        <Tag colour={colours[plan.state]}>{planViewWords[plan.state]}</Tag>
      </h3>
      <p>{plan.summary}</p>
      {happened.length > 0 ? <p>{happened.join(' ')}</p> : null}
      {plan.milestones.length > 0 ? (
        <ol className="nhsuk-list nhsuk-list--number">
          {plan.milestones.map((m) => (
            <li key={m.number}>
              {m.words}, due {dayWords(m.dueOn)}: {m.tickedOn ? `done on ${dayWords(m.tickedOn)}` : 'not done yet'}
            </li>
          ))}
        </ol>
      ) : null}
    </div>
  )
}
