import 'server-only'
import { type Day, dayFromDate, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { AppealFact } from '../facts'
import { type DecisionKind, type DecisionTerms, kindTable } from './decision-kinds'

type Made = { id: string; kind: string; terms: unknown; madeOn: Date }
type AppealRow = { decisionId: string; moduleVersionId: string; lodgedAt: Date; endedOn: Date | null }

/** Appeals against adverse decisions. Not asked for where none was made. */
export async function findAppealsAgainst(tx: Tx, decisions: Made[]): Promise<AppealRow[]> {
  const adverse = decisions.filter((d) => kindTable[d.kind as DecisionKind].adverse).map((d) => d.id)
  if (adverse.length === 0) return []
  return tx.appeal.findMany({
    where: { decisionId: { in: adverse } },
    select: { decisionId: true, moduleVersionId: true, lodgedAt: true, endedOn: true },
    orderBy: { id: 'asc' },
  })
}

export const appealOf = ({ decisionId, lodgedAt, endedOn }: AppealRow): AppealFact => ({
  decisionId,
  on: dayOf(lodgedAt),
  endedOn: endedOn && dayFromDate(endedOn),
})

/** Findings that count no longer because a dispute of them was upheld, and since when. */
export const voidedFindings = (decisions: Made[]): Map<string, Day> =>
  new Map(
    decisions.flatMap(({ kind, terms, madeOn }) => {
      const { findingId } = terms as DecisionTerms
      return kind === 'UPHOLD_DISPUTE' && findingId ? [[findingId, dayFromDate(madeOn)] as const] : []
    }),
  )
