import 'server-only'
import { type Day, dayFromDate, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { AppealFact } from '../facts'
import type { DecisionTerms } from './decision-kinds'

type Made = { id: string; kind: string; terms: unknown; madeOn: Date }
type AppealRow = { decisionId: string; moduleVersionId: string; lodgedAt: Date; endedOn: Date | null }

/** Appeals against removals: they alone stay something. Not asked for where nothing was removed. */
export async function findStayingAppeals(tx: Tx, decisions: Made[]): Promise<AppealRow[]> {
  const removals = decisions.filter((d) => d.kind === 'REMOVE').map((d) => d.id)
  if (removals.length === 0) return []
  return tx.appeal.findMany({
    where: { decisionId: { in: removals } },
    select: { decisionId: true, moduleVersionId: true, lodgedAt: true, endedOn: true },
    orderBy: { id: 'asc' },
  })
}

export const appealOf = ({ decisionId, lodgedAt, endedOn }: AppealRow): AppealFact => ({
  decisionId,
  lodgedOn: dayOf(lodgedAt),
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
