import 'server-only'
import { readObligation } from '@/lib/assurance/refresh/list-obligations'
import type { Context } from '@/lib/platform/context'
import { dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { listSupplierWriters } from './list-supplier-writers'
import { writeLetters } from './write-letters'

/** Tells the supplier's editors and signatories what a new standard version asks of a module, and until when (RF-03). */
export async function tellObligationCreated(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const found = await readObligation(tx, ctx, event.about.id)
    if (!found?.dueOn) return
    const words = found.rows.filter((row) => row.needs === 'word').map((row) => row.requirementId)
    const assessed = found.rows.filter((row) => row.needs === 'assessment').map((row) => row.requirementId)
    const asks = [
      words.length > 0 ? `Reworded, to be declared again: ${words.join(', ')}.` : '',
      assessed.length > 0 ? `New or stricter, to be assessed: ${assessed.join(', ')}.` : '',
    ]
    await writeLetters(tx, ctx, await listSupplierWriters(tx, ctx, found.supplierId), {
      kind: 'standards',
      reason: String(event.id),
      subject: `${found.standardId} ${found.version} asks something of ${found.module}`,
      body: `A new version of ${found.standard} (${found.standardId} ${found.version}) is published. ${found.module} must act by ${dayWords(found.dueOn)}.\n\n${asks.filter(Boolean).join('\n')}\n\n${env().publicUrl}/supplier/obligations`,
    })
  })
}
