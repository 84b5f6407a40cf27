import 'server-only'
import { type Day, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { GonePractice } from './gone-practice'
import { findRegistered, shareOrganisations } from './organisation-store'
import { findSuccessions } from './succession-store'

/** Of some practices those that have closed, or that another succeeds or will succeed. */
export async function listGonePractices(tx: Tx, ids: string[], today: Day): Promise<GonePractice[]> {
  const successions = new Map((await findSuccessions(tx)).map((row) => [row.practiceId, row]))
  const lastOf = (id: string, seen: string[] = []): string => {
    const next = successions.get(id)
    const goesOn = next && !seen.includes(id) && (seen.length === 0 || next.succeedsOn <= today)
    return goesOn ? lastOf(next.successorId, [...seen, id]) : id
  }
  const rows = await findRegistered(tx, [...new Set([...ids, ...ids.map((id) => lastOf(id))])])
  const known = new Map(rows.map((row) => [row.id, { ...row, code: row.code ?? '' }]))
  return ids.flatMap((id) => {
    const [practice, succession, successor] = [known.get(id), successions.get(id), known.get(lastOf(id))]
    if (!practice || (!succession && practice.status !== 'closed')) return []
    const { name, code, closedOn } = practice
    const on = succession?.succeedsOn ?? (closedOn ? dayFromDate(closedOn) : null)
    const isGone = practice.status === 'closed' || (succession !== undefined && succession.succeedsOn <= today)
    const next = successor && successor.id !== id ? successor : undefined
    return [{ id, name, code, on, isGone, successor: next && { id: next.id, name: next.name, code: next.code } }]
  })
}

/** Holds practices as they are until the transaction ends: whoever closes one or enters its successor waits. */
export const holdPractices = (tx: Tx, ids: string[]): Promise<void> => shareOrganisations(tx, ids)
