import 'server-only'
import { listHoldersIn } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells the payer's finance officers and approvers once that recorded use takes up the commitment of a year (G8). */
export async function tellCommitmentAlarm(ctx: Context, event: StoredEvent): Promise<void> {
  const { contractId, payerId, words } = event.data
  await transaction(async (tx) => {
    const people = await listHoldersIn(tx, [String(payerId)], ['finance-officer', 'funding-approver'], ctx.now)
    await writeLetters(tx, ctx, people, {
      kind: 'invoices',
      reason: String(event.id),
      subject:
        event.name === 'CommitmentExceeded' ? 'Use is above the commitment' : 'Use nears the end of the commitment',
      body: `${words}\n\n${env().publicUrl}/contracts/${contractId}/usage`,
    })
  })
}
