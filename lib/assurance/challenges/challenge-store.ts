import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Challenge } from './challenge'
import type { ChallengeState } from './challenge-machine'

type Row = Awaited<ReturnType<Tx['challenge']['findFirstOrThrow']>>
const challengeOf = (row: Row): Challenge => ({
  ...row,
  state: row.state as ChallengeState,
  endedOn: row.endedOn && dayFromDate(row.endedOn),
})

/** One by its id. */
export async function findChallenge(tx: Tx, id: string): Promise<Challenge | undefined> {
  const row = await tx.challenge.findUnique({ where: { id } })
  return row ? challengeOf(row) : undefined
}

type Asked = { raisedById?: string; supplierIds?: string[]; moduleVersionIds?: string[]; states?: ChallengeState[] }
/** Challenges of one person, of these suppliers or module versions, in these states; the newest first, 200 at most. */
export async function findChallenges(tx: Tx, asked: Asked): Promise<Challenge[]> {
  const { raisedById, supplierIds, moduleVersionIds, states } = asked
  const rows = await tx.challenge.findMany({
    where: {
      ...(raisedById && { raisedById }),
      ...(supplierIds && { supplierId: { in: supplierIds } }),
      ...(moduleVersionIds && { moduleVersionId: { in: moduleVersionIds } }),
      ...(states && { state: { in: states } }),
    },
    orderBy: [{ raisedAt: 'desc' }, { id: 'asc' }],
    take: 200,
  })
  return rows.map(challengeOf)
}

type New = Pick<Challenge, 'id' | 'moduleVersionId' | 'supplierId' | 'check' | 'grounds' | 'raisedById' | 'raisedAt'>
/** False where that person's challenge of that check waits already. */
export async function addChallenge(tx: Tx, challenge: New): Promise<boolean> {
  const data = [{ ...challenge, state: 'raised' }]
  return (await tx.challenge.createMany({ data, skipDuplicates: true })).count === 1
}

/** How many challenges of one person wait for an assessor. */
export const countWaitingOf = (tx: Tx, raisedById: string): Promise<number> =>
  tx.challenge.count({ where: { raisedById, state: 'raised' } })

type Change = {
  state: ChallengeState
  answeredById?: string
  answer?: string
  answeredAt?: Date
  rePassedRunId?: string
  endedOn?: Day
}
/** False where somebody was faster. */
export async function moveChallenge(
  tx: Tx,
  { id, state }: Pick<Challenge, 'id' | 'state'>,
  version: number,
  { endedOn, ...change }: Change,
): Promise<boolean> {
  const { count } = await tx.challenge.updateMany({
    where: { id, version, state },
    data: { ...change, ...(endedOn && { endedOn: dateFromDay(endedOn) }), version: { increment: 1 } },
  })
  return count === 1
}
