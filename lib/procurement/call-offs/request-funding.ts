import 'server-only'
import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { askGate } from './ask-gate'
import { askPractices } from './ask-practices'
import { askRoute } from './ask-route'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import type { RequestFundingInput } from './call-off-schema'
import { firstMissing, partHashes } from './form/call-off-journey'
import { slicesOf, whyNotItself } from './form/funding-section'
import { paysItself } from './form/own-means-rules'
import { getCallOff } from './get-call-off'
import { getOrderFacts } from './get-order-facts'
import { climb } from './move-call-off'
import { jointProblem } from './order-kind-rules'
import { countedSites } from './order-rules'

/**
 * Asks the payer for the whole value, by financial year and stream: reserved at once, all slices or none. Refused until every
 * step of the order form is done, by the name of the first that is not. What costs nothing needs no money.
 */
export function requestFunding(ctx: Context, { reason, ...input }: RequestFundingInput): Promise<Result<CallOff>> {
  return transaction(async (tx) => {
    const seen = await getCallOff(ctx.actor, input.id, tx)
    const free = seen?.totalPence === 0n
    return climb(tx, ctx, {
      ...input,
      command: free ? 'submit-without-cost' : 'request-funding',
      may: (callOff) => mayPrepareCallOff(ctx.actor, callOff),
      prepare: async (callOff) => {
        const gate = await askGate(tx, ctx, callOff, 'submit')
        if (!gate.ok) return gate
        const practices = await askPractices(tx, ctx, callOff)
        if (!practices.ok) return practices
        const complete = await askComplete(tx, ctx, callOff)
        if (!complete.ok) return complete
        const route = await askRoute(tx, ctx, callOff)
        if (!route.ok) return route
        const kept = { ...gate.value, ...complete.value }
        if (free) return ok(kept)
        const request = await ask(tx, ctx, callOff, reason)
        return request.ok ? ok({ ...kept, fundingRequestId: request.value.id }) : request
      },
      data: (callOff) => ({ termsHash: callOff.termsHash, totalPence: callOff.totalPence }),
    })
  })
}

/** T1 to T12 are done; what was asked for is kept, so that a later change can be told from it. */
async function askComplete(tx: Tx, ctx: Context, callOff: CallOff) {
  const facts = await getOrderFacts(tx, ctx, callOff)
  if (!facts.ok) return facts
  const problem = paysItself(callOff) && callOff.totalPence > 0n && whyNotItself(callOff, facts.value)
  if (problem) return refuse({ kind: 'conflict', because: problem })
  const missing = firstMissing(callOff, facts.value)
  if (missing)
    return refuse({ kind: 'conflict', because: `Complete “${missing.title}” first: the order form is not complete` })
  const joint = jointProblem(callOff, countedSites(callOff))
  if (joint) return refuse({ kind: 'conflict', because: `Only practices that consent are in the order. ${joint}.` })
  return ok({ submittedHash: callOff.termsHash, submittedParts: partHashes(callOff, facts.value) })
}

function ask(tx: Tx, ctx: Context, callOff: CallOff, reason: string) {
  const { payerId, practiceId, number, moduleName, termsHash, optionPence } = callOff
  return submitFundingRequest(tx, ctx, {
    payerId,
    requesterOrgId: practiceId,
    reference: { type: 'CallOff', id: callOff.id },
    title: `${moduleName}, call-off ${number}`,
    reason,
    stream: paysItself(callOff) ? 'LOCAL' : 'GPIT',
    termsHash,
    sums: slicesOf(callOff),
    optionsPence: optionPence,
    similarityKeys: countedSites(callOff).flatMap((site) =>
      callOff.capabilityIds.map((id) => `${callOff.supplierId}/${site.practiceId}/${id}`),
    ),
  })
}
