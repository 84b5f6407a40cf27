import 'server-only'
import { addDays, type Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { declarationStanding, reminderDays, reminderDue } from './declaration-rules'
import { findDeclarations, findEnding } from './declaration-store'

export type EndingDeclaration = { id: string; supplierId: string; validUntil: Day; daysLeft: number; bound: number }

/** Declarations in force for which a reminder is due: the portal's own question, so no actor is asked. */
export async function listEndingDeclarations(tx: Tx, today: Day): Promise<EndingDeclaration[]> {
  const supplierIds = await findEnding(tx, today, addDays(today, reminderDays[0]))
  const all = await findDeclarations(tx, supplierIds)
  return supplierIds.flatMap((supplierId) => {
    const standing = declarationStanding(
      all.filter((declaration) => declaration.supplierId === supplierId),
      today,
    )
    if (standing.kind !== 'valid') return []
    const bound = reminderDue(standing.daysLeft)
    const { id, validUntil } = standing.declaration
    return bound === undefined ? [] : [{ id, supplierId, validUntil, daysLeft: standing.daysLeft, bound }]
  })
}
