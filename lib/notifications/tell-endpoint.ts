import 'server-only'
import { readEndpoint } from '@/lib/assurance/endpoints/read-endpoint'
import { listEverybodyWith } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Tells the authority of a host that waits for its approval (SG-02), where it still waits. */
export async function tellEndpointProven(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const endpoint = await readEndpoint(tx, event.about.id)
    if (endpoint?.state !== 'proven') return
    await writeLetters(tx, ctx, await listEverybodyWith(tx, 'assessor', ctx.now), {
      kind: 'tests',
      reason: String(event.id),
      subject: 'A host waits for your approval',
      body: `The supplier of ${endpoint.moduleName} has shown that ${endpoint.host} is theirs. No test can start before you have approved it.\n\n${env().publicUrl}/endpoints/${endpoint.id}`,
    })
  })
}

/** Tells the supplier that tests can start, or that the proof has run out. */
export async function tellEndpointMoved(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const endpoint = await readEndpoint(tx, event.about.id)
    if (endpoint?.state !== 'approved' && endpoint?.state !== 'stale') return
    const isApproved = endpoint.state === 'approved'
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, endpoint.supplierId), {
      kind: 'tests',
      reason: String(event.id),
      subject: isApproved ? `${endpoint.host} can be tested` : `The proof of ${endpoint.host} has run out`,
      body: `${isApproved ? `The authority has approved the host of ${endpoint.moduleName}. You can start a dry run.` : `The proof that the host of ${endpoint.moduleName} is yours was given 90 days ago. Publish the word again and ask us to look for it: no test can start before.`}\n\n${env().publicUrl}/endpoints/${endpoint.id}`,
    })
  })
}
