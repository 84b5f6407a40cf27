import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { dayWords } from '@/lib/platform/days'
import { env } from '@/lib/platform/env'
import { poundsWords } from '@/lib/platform/money'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells every funding approver of the payer that a decision waits for them. */
export async function tellFundingRequested(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const request = await readFundingRequest(tx, event.about.id)
    if (!request) return
    const body = `${request.title}\n${poundsWords(request.wholeLifePence)} over its whole life.\nThe decision is due on ${dayWords(request.dueOn)}.\n\n${env().publicUrl}/funding/${request.id}`
    await writeLetters(tx, ctx, await listRoleHolders(tx, request.payerId, 'funding-approver', ctx.now), {
      kind: 'funding',
      reason: String(event.id),
      subject: 'A funding request waits for a decision',
      body,
    })
  })
}
