import 'server-only'
import { getFrozenText } from '@/lib/catalogue/get-frozen-text'
import { lockSale } from '@/lib/catalogue/lock-sale'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { markFundingUsed } from '@/lib/funding/void-funding'
import { isFreshProof, staleProofWords } from '@/lib/identity/fresh-proof'
import type { Context } from '@/lib/platform/context'
import { dayOf, dayWords } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { askAwardNotice } from '../notices/ask-award-notice'
import { draftDetailsNotice } from '../notices/draft-notice'
import { askGate, type GateFields } from './ask-gate'
import { askPractices } from './ask-practices'
import { askRoute } from './ask-route'
import type { CallOff, SignatureView } from './call-off'
import { maySignCallOff, sideOf } from './call-off-policy'
import { isSignedByBoth, termsHashOf } from './call-off-rules'
import type { SignInput } from './call-off-schema'
import { insertSignature, lockCallOff } from './call-off-store'
import { getCallOff } from './get-call-off'
import { climb } from './move-call-off'
import { signingLimits } from './signing-limits'

/**
 * Signs for one side the hash of what is signed; the second signature completes the order (event CallOffSigned). Refused where
 * a practice has closed or was succeeded (C5),
 * the terms are not those on the signer's page, the gate does not let the module be bought at this instant (A4), the award notice of the
 * last signature is not published (UK6), the approval is of other terms (B7), or the signer proved who they are more than five minutes ago (S1).
 */
export function signCallOff(
  ctx: Context,
  { termsHash, ...input }: SignInput,
  provedAt: Date,
): Promise<Result<CallOff>> {
  return transaction(async (tx) => {
    // From here nothing that the last signature rests on can change before it is written (A4): order, module version, supplier.
    if (await getCallOff(ctx.actor, input.id, tx)) await lockCallOff(tx, input.id)
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    if (!callOff) return refuse({ kind: 'not-found' })
    await lockSale(tx, callOff)
    const limits = await signingLimits(tx, ctx, callOff)
    const signature = signatureOf(ctx, callOff)
    const completes = isSignedByBoth({ ...callOff, signatures: [...callOff.signatures, signature] })
    return climb(tx, ctx, {
      ...input,
      command: completes ? 'complete' : 'sign',
      may: (seen) => maySignCallOff(ctx.actor, seen, limits),
      prepare: async (seen) => {
        if (seen.termsHash !== termsHash) return refuse({ kind: 'stale' })
        const facts = await factsForSigning(tx, ctx, seen, provedAt)
        if (!facts.ok || !completes) return facts
        const notice = await askAwardNotice(tx, ctx, seen)
        return notice.ok ? ok({ ...facts.value, signedAt: ctx.now }) : notice
      },
      follow: async ({ fundingRequestId }) => {
        await insertSignature(tx, { ...signature, id: newId(), callOffId: callOff.id })
        if (!completes) return ok(undefined)
        const request = fundingRequestId ? await readFundingRequest(tx, fundingRequestId) : undefined
        const used = request ? await markFundingUsed(tx, ctx, request, termsHash) : ok(undefined)
        return used.ok ? draftDetailsNotice(tx, ctx, callOff) : used
      },
      data: () => ({ side: signature.side, termsHash }),
    })
  })
}

function signatureOf(ctx: Context, callOff: CallOff): SignatureView {
  const side = sideOf(ctx.actor, callOff) ?? 'payer' // the policy, asked next, refuses whoever has no side
  return {
    side,
    personId: ctx.actor.userId,
    organisationId: side === 'payer' ? callOff.payerId : callOff.supplierId,
    termsHash: callOff.termsHash,
    at: ctx.now,
  }
}

/** The terms are those of their hash, at the prices of the frozen listing (A5), and the money was approved for them (B7). */
async function againstTerms(tx: Tx, callOff: CallOff): Promise<string | undefined> {
  if (termsHashOf(callOff, callOff.termsFormat) !== callOff.termsHash)
    return 'The terms are not those of their SHA-256: the order must go back to draft'
  const text = await getFrozenText(tx, callOff.listingVersionId)
  if (text?.sha256 !== callOff.listingSha256) return 'The frozen listing is not the one that was decided on'
  if (callOff.totalPence === 0n) return undefined
  const request = callOff.fundingRequestId ? await readFundingRequest(tx, callOff.fundingRequestId) : undefined
  return request?.state === 'approved' && request.termsHash === callOff.termsHash
    ? undefined
    : 'The funding that was approved is not for these terms'
}

async function factsForSigning(tx: Tx, ctx: Context, callOff: CallOff, provedAt: Date): Promise<Result<GateFields>> {
  if (!isFreshProof(ctx, provedAt)) return refuse({ kind: 'conflict', because: staleProofWords('sign') })
  const gate = await askGate(tx, ctx, callOff, 'signature')
  if (!gate.ok) return gate
  if (callOff.signBy !== null && dayOf(ctx.now) > callOff.signBy)
    return refuse({ kind: 'conflict', because: `It could be signed until ${dayWords(callOff.signBy)}` })
  const practices = await askPractices(tx, ctx, callOff)
  if (!practices.ok) return practices
  const because = await againstTerms(tx, callOff)
  if (because) return refuse({ kind: 'conflict', because })
  const route = await askRoute(tx, ctx, callOff)
  return route.ok ? gate : route
}
