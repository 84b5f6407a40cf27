import 'server-only'
import type { Context } from '@/lib/platform/context'
import { pick } from '@/lib/platform/pick'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { mayAnswerFor } from './call-off-policy'
import { withValue } from './call-off-rules'
import type { ConsentInput } from './call-off-schema'
import { lockCallOff, moveCallOff, saveSites } from './call-off-store'
import { getCallOff } from './get-call-off'
import { siteHash } from './order-rules'
import { derivedFields, revised } from './revise-call-off'

/**
 * A practice's own word on a draft that names it (T6): in, or not. It answers for the part that it has read; value and hash of
 * the order follow. Once the payer is asked, the answers stand.
 */
export function answerConsent(ctx: Context, input: ConsentInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    // The version is not the practice's affair: it waits for whoever is changing the order, and answers for what it read.
    if (await getCallOff(ctx.actor, input.id, tx)) await lockCallOff(tx, input.id)
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    const site = callOff?.sites.find(({ practiceId }) => practiceId === input.practiceId)
    if (!callOff || !site || site.practiceId === callOff.practiceId) return refuse({ kind: 'not-found' })
    const decision = mayAnswerFor(ctx.actor, site.practiceId)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (callOff.state !== 'draft') return refuse({ kind: 'wrong-state', state: callOff.state, command: 'answer' })
    if (siteHash(callOff, site) !== input.consentHash) return refuse({ kind: 'stale' })
    const answered = {
      ...site,
      state: input.answer,
      answeredById: ctx.actor.userId,
      answeredAt: ctx.now,
      consentHash: input.answer === 'consented' ? input.consentHash : null,
    }
    const sites = callOff.sites.map((other) => (other === site ? answered : other))
    const changed = withValue({ ...revised(callOff), sites })
    if (!changed) return refuse({ kind: 'conflict', because: 'The order cannot be priced' })
    const columns = { ...pick(changed, derivedFields), termsFormat: 2 }
    if (!(await moveCallOff(tx, callOff.id, callOff.version, columns))) return refuse({ kind: 'stale' })
    await saveSites(tx, callOff.id, sites)
    await record(tx, ctx, {
      name: input.answer === 'consented' ? 'PracticeConsented' : 'PracticeDeclined',
      about: { type: 'CallOff', id: callOff.id },
      from: 'draft',
      to: 'draft',
      organisationId: site.practiceId,
      data: { practiceId: site.practiceId, consentHash: input.consentHash },
    })
    return ok({ id: callOff.id })
  })
}
