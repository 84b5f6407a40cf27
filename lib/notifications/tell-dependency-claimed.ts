import 'server-only'
import { readClaim } from '@/lib/catalogue/dependencies/list-dependency-claims'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Tells a supplier's editors and signatories that another supplier names one of their modules, where that still waits. */
export async function tellDependencyClaimed(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const claim = await readClaim(tx, event.about.id)
    if (claim?.state !== 'claimed') return
    const says = claim.relation === 'requires' ? 'needs' : 'works with'
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, claim.targetSupplierId), {
      kind: 'dependencies',
      reason: String(event.id),
      subject: `${claim.moduleBrand} names ${claim.targetName}`,
      body: `${claim.moduleBrand} says that ${claim.moduleName} ${says} ${claim.targetName}. Buyers read it as claimed, not confirmed, until you answer.\n\n${env().publicUrl}/supplier/dependencies`,
    })
  })
}
