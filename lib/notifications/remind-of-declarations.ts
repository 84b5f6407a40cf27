import 'server-only'
import { listEndingDeclarations } from '@/lib/catalogue/declarations/list-ending-declarations'
import { listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Reminds a supplier's signatories 60, 30 and 7 days before its declaration ends (SUP-3), at each bound once. */
export async function remindOfDeclarations(ctx: Context): Promise<void> {
  await transaction(async (tx) => {
    for (const { id, supplierId, validUntil, bound } of await listEndingDeclarations(tx, dayOf(ctx.now)))
      await writeLetters(tx, ctx, await listRoleHolders(tx, supplierId, 'supplier-signatory', ctx.now), {
        kind: 'declarations',
        reason: `declaration/${id}/${bound}`,
        subject: 'Your declaration ends soon',
        body: `It counts until ${dayWords(validUntil)}. After that you cannot submit a listing or make an offer until you make it again.\n\n${env().publicUrl}/supplier/declaration`,
      })
  })
}
