import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { readCallOff } from '@/lib/procurement/call-offs/get-call-off'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Tells those who write and sign for the supplier that they may read an order and propose terms. */
export async function tellOrderShared(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const callOff = await readCallOff(tx, event.about.id)
    if (!callOff) return
    const buyer = (await listNames(tx, [callOff.practiceId]))(callOff.practiceId)
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, callOff.supplierId), {
      kind: 'orders',
      reason: String(event.id),
      subject: `You can read order ${callOff.number} before it is sent for signature`,
      body: `${buyer} lets you read its order for ${callOff.moduleName}. You can propose other days of delivery, milestones and exit terms.\n\n${env().publicUrl}/supplier/orders/${callOff.id}`,
    })
  })
}
