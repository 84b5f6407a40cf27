import 'server-only'
import { readDeclaration } from '@/lib/catalogue/declarations/get-declaration'
import { listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells a supplier's signatories what the authority decided about their declaration, and why. */
export async function tellDeclarationDecided(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const declaration = await readDeclaration(tx, event.about.id)
    if (!declaration) return
    const outcome = event.name === 'DeclarationCleared' ? 'passed' : 'failed'
    await writeLetters(tx, ctx, await listRoleHolders(tx, declaration.supplierId, 'supplier-signatory', ctx.now), {
      kind: 'declarations',
      reason: String(event.id),
      subject: `Your declaration has ${outcome}`,
      body: `${declaration.reason}\n\n${env().publicUrl}/supplier/declaration/${declaration.id}`,
    })
  })
}
