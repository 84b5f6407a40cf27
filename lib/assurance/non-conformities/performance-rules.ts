import { addDays, type Day } from '@/lib/platform/days'
import type { StoredPlan } from './plan'

type Promised = Pick<StoredPlan, 'kind' | 'state' | 'acceptedOn' | 'dueOn'> & {
  acts: { kind: string; on: Day; dueOn: Day | null }[]
}

/**
 * The first day on which an accepted remediation plan had run out, extensions counted, while the non-conformity was still open:
 * the chance to improve was given and not taken. Null where there is no such day up to today.
 */
export function failedOn(plans: Promised[], closedOn: Day | null, today: Day): Day | null {
  const ends = plans
    .filter(({ kind, acceptedOn, state }) => kind === 'REMEDIATION' && acceptedOn !== null && state !== 'superseded')
    .flatMap(({ dueOn, acts }) => {
      const end = [dueOn, ...acts.flatMap((act) => act.dueOn ?? [])].toSorted().at(-1)!
      const answers = acts.filter(({ kind, on }) => ['CLAIMED_DONE', 'REJECTED'].includes(kind) && on <= end)
      // What was said to be done in time is not failed while nobody has rejected it.
      return answers.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1)?.kind === 'CLAIMED_DONE' ? [] : [end]
    })
    .toSorted()
  const [first] = ends
  if (first === undefined) return null
  const day = addDays(first, 1)
  return day <= today && (closedOn === null || closedOn >= day) ? day : null
}
