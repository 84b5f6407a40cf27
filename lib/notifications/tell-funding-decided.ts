import 'server-only'
import { declineCodes } from '@/lib/funding/funding-request'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { getMember } from '@/lib/identity/list-role-holders'
import type { Context } from '@/lib/platform/context'
import { env } from '@/lib/platform/env'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { transaction } from '@/lib/platform/transaction'
import { writeLetters } from './write-letters'

/** Tells the person who asked what was decided, and why where it was declined. Not where they have left since: they may see it no more. */
export async function tellFundingDecided(ctx: Context, event: StoredEvent): Promise<void> {
  await transaction(async (tx) => {
    const request = await readFundingRequest(tx, event.about.id)
    const person = request && (await getMember(tx, request.requestedById, request.requesterOrgId, ctx.now))
    if (!person) return
    const outcome = outcomes[event.name] ?? outcomes.FundingDeclined!
    const why = request.declineCode
      ? `\n${declineCodes[request.declineCode as keyof typeof declineCodes]}.\n${request.decisionReason ?? ''}`
      : ''
    const said = event.name === 'FundingDeclined' ? why : `\n${outcome.next}`
    const body = `${request.title}: ${outcome.words}.${said}\n\n${env().publicUrl}/funding/${request.id}`
    await writeLetters(tx, ctx, [person], {
      kind: 'funding',
      reason: String(event.id),
      subject: `Your funding request is ${outcome.words}`,
      body,
    })
  })
}

const outcomes: Record<string, { words: string; next: string }> = {
  FundingApproved: { words: 'approved', next: 'You can send the order for signature now.' },
  FundingDeclined: { words: 'declined', next: '' },
  FundingReturned: { words: 'returned with a question', next: 'Read it and answer. The clock stands until you do.' },
  FundingLapsed: { words: 'lapsed', next: 'The approval was not used in time. Ask again if you still need it.' },
}
