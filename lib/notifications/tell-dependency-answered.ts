import 'server-only'
import { readClaim } from '@/lib/catalogue/dependencies/list-dependency-claims'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Tells those who made a claim that the other supplier confirmed or disputed it, where that still stands. */
export async function tellDependencyAnswered(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const claim = await readClaim(tx, event.about.id)
    if (claim?.state !== 'confirmed' && claim?.state !== 'disputed') return
    const did = claim.state === 'confirmed' ? 'confirmed' : 'disputed'
    const why = claim.reason ? `\n\nTheir reason: ${claim.reason}` : ''
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, claim.supplierId), {
      kind: 'dependencies',
      reason: String(event.id),
      subject: `What you say of ${claim.targetName} is ${did}`,
      body: `The supplier of ${claim.targetName} has ${did} what the listing of ${claim.moduleName} says of it.${why}\n\n${env().publicUrl}/modules/${claim.moduleId}#needs`,
    })
  })
}
