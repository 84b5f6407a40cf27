import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { findOpenChangesOf } from './changes/change-store'
import { findSitesToConfirm } from './site-store'

export type SupplierTask = {
  id: string
  contractId: string
  moduleName: string
  number: string
  practice: string
  day: Day | null
}

/** What waits in contracts for a supplier: days of go-live that it has not confirmed, and changes that it has not answered (P4). */
export async function listSupplierTasks(actor: Actor): Promise<{ goLives: SupplierTask[]; changes: SupplierTask[] }> {
  const suppliers = organisationsOf(actor)
  const [goLives, changes] = [await findSitesToConfirm(db, suppliers), await findOpenChangesOf(db, suppliers)]
  const name = await listNames(
    db,
    [...goLives, ...changes].map((row) => row.practiceId),
  )
  const named = <Row extends { practiceId: string }>({ practiceId, ...row }: Row) => ({
    ...row,
    practice: name(practiceId),
  })
  return { goLives: goLives.map(named), changes: changes.map(named) }
}
