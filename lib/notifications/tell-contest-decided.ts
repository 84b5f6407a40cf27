import 'server-only'
import { readAppeal } from '@/lib/assurance/appeals/read-appeal'
import { readDispute } from '@/lib/assurance/disputes/read-dispute'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

const words: Record<string, string> = {
  AppealUpheld: 'Your appeal has been upheld',
  AppealDismissed: 'Your appeal has been dismissed',
  DisputeUpheld: 'Your dispute has been upheld',
  DisputeRejected: 'Your dispute has been rejected',
}

/** Tells a supplier's editors and signatories what became of their appeal or dispute (DE-03). */
export async function tellContestDecided(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const { appealId, disputeId } = event.data
    const appeal = typeof appealId === 'string' ? await readAppeal(tx, appealId) : undefined
    const dispute = appeal ? undefined : await readDispute(tx, String(disputeId ?? event.about.id))
    const found = appeal ?? dispute
    if (!found) return
    const said = dispute?.answer ? `\n\n${dispute.answer}` : ''
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, found.supplierId), {
      kind: 'assessments',
      reason: String(event.id),
      subject: words[event.name] ?? 'Your appeal has been decided',
      body: `${found.name}.${said}\n\n${env().publicUrl}/supplier/decisions`,
    })
  })
}
