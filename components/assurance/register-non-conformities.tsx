import { Statements } from '@/components/assurance/non-conformity-facts'
import { PlanFacts } from '@/components/assurance/plan-facts'
import { Tag } from '@/components/ui/tag'
import { clockWords } from '@/lib/assurance/clocks/clock'
import { closedByWords, sourceWords, stateWords } from '@/lib/assurance/non-conformities/non-conformity'
import type { PublicNonConformity } from '@/lib/assurance/non-conformities/public-view-rules'
import type { RegisterEntry } from '@/lib/assurance/register-view'
import { dayWords } from '@/lib/platform/days'

type Missed = PublicNonConformity['missed']

/** What was found not to be kept, what is done about it, and which clocks were missed (RG-01, RG-03). */
export function RegisterNonConformities({ entry }: { entry: RegisterEntry }) {
  return (
    <>
      <h2 className="nhsuk-heading-m">Non-conformities</h2>
      <MissedLines missed={entry.missed} />
      {entry.nonConformities.length === 0 ? <p>None is known.</p> : null}
      {entry.nonConformities.map((nc) => (
        <section
          className="nhsuk-card"
          key={nc.id}
          aria-label={`Non-conformity of ${nc.requirementId}, ${dayWords(nc.determinedOn)}`}
        >
          <div className="nhsuk-card__content">
            <h3 className="nhsuk-heading-s">
              {nc.requirementId} <Tag colour={nc.state === 'open' ? 'red' : 'grey'}>{stateWords[nc.state]}</Tag>
            </h3>
            <p>{nc.summary}</p>
            <p className="nhsuk-body-s">{originWords(nc)}</p>
            <MissedLines missed={nc.missed} />
            <Statements statements={nc.statements} />
            {nc.plans.map((plan) => (
              <PlanFacts plan={plan} key={plan.id} />
            ))}
          </div>
        </section>
      ))}
    </>
  )
}

function originWords(nc: PublicNonConformity): string {
  const serious = nc.serious ? ' It is a serious hazard.' : ''
  const closed = nc.closedOn && nc.closedBy ? ` Closed on ${dayWords(nc.closedOn)}: ${closedByWords[nc.closedBy]}.` : ''
  return `Determined on ${dayWords(nc.determinedOn)}: ${sourceWords[nc.source]}.${serious}${closed}`
}

/** A line for each clock that was missed; it stays, and says when it was done after all. */
function MissedLines({ missed }: { missed: Missed }) {
  if (missed.length === 0) return null
  return (
    <ul className="nhsuk-list nhsuk-list--bullet">
      {missed.map(({ clock, dueOn, doneOn }) => (
        <li key={`${clock}${dueOn}`}>
          {clockWords[clock].missed}: due on {dayWords(dueOn)} ({clock}){doneOn ? `, done on ${dayWords(doneOn)}` : ''}
        </li>
      ))}
    </ul>
  )
}
