import 'server-only'
import { dayFromDate, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ChallengeFact } from '../facts'

/** Challenges of these module versions that an assessor accepted, the oldest first. */
export const findAcceptedChallenges = (tx: Tx, moduleVersionIds: string[]) =>
  tx.challenge.findMany({
    where: { moduleVersionId: { in: moduleVersionIds }, state: { in: ['accepted', 're-passed', 'failed'] } },
    select: { id: true, moduleVersionId: true, check: true, state: true, answeredAt: true, endedOn: true },
    orderBy: [{ answeredAt: 'asc' }, { id: 'asc' }],
  })

type Row = Awaited<ReturnType<typeof findAcceptedChallenges>>[number]
export function challengeFactOf({ id, check, state, answeredAt, endedOn }: Row): ChallengeFact {
  const ended = endedOn && dayFromDate(endedOn)
  return { id, check, acceptedOn: dayOf(answeredAt!), rePassedOn: state === 're-passed' ? ended : null, endedOn: ended }
}
