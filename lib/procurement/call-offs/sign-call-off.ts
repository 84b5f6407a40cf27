import 'server-only'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { markFundingUsed } from '@/lib/funding/void-funding'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { askGate, type GateFields } from './ask-gate'
import type { CallOff, SignatureView } from './call-off'
import { maySignCallOff, sideOf } from './call-off-policy'
import { freshProofMs, isSignedByBoth } from './call-off-rules'
import type { SignInput } from './call-off-schema'
import { insertSignature } from './call-off-store'
import { getCallOff } from './get-call-off'
import { climb } from './move-call-off'

/**
 * Signs for one side the hash of what is signed; the second signature completes the order (event CallOffSigned). Refused where
 * the terms are not those on the signer's page, the gate does not let the module be bought at this instant (A4), the approval
 * is of other terms (B7), or the signer proved who they are more than five minutes ago (S1).
 */
export function signCallOff(
  ctx: Context,
  { termsHash, ...input }: SignInput,
  provedAt: Date,
): Promise<Result<CallOff>> {
  return transaction(async (tx) => {
    const callOff = await getCallOff(ctx.actor, input.id, tx)
    if (!callOff) return refuse({ kind: 'not-found' })
    const signature = signatureOf(ctx, callOff)
    const completes = isSignedByBoth({ ...callOff, signatures: [...callOff.signatures, signature] })
    return climb(tx, ctx, {
      ...input,
      command: completes ? 'complete' : 'sign',
      may: (seen) => maySignCallOff(ctx.actor, seen),
      prepare: async (seen) => {
        if (seen.termsHash !== termsHash) return refuse({ kind: 'stale' })
        const facts = await factsForSigning(tx, ctx, seen, provedAt)
        return facts.ok ? ok({ ...facts.value, ...(completes ? { signedAt: ctx.now } : {}) }) : facts
      },
      follow: async ({ fundingRequestId }) => {
        await insertSignature(tx, { ...signature, id: newId(), callOffId: callOff.id })
        const request = completes && fundingRequestId ? await readFundingRequest(tx, fundingRequestId) : undefined
        return request ? markFundingUsed(tx, ctx, request, termsHash) : ok(undefined)
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

async function factsForSigning(tx: Tx, ctx: Context, callOff: CallOff, provedAt: Date): Promise<Result<GateFields>> {
  if (ctx.now.getTime() - provedAt.getTime() > freshProofMs)
    return refuse({
      kind: 'conflict',
      because: 'You proved who you are more than 5 minutes ago. Sign out, sign in again, and sign within 5 minutes.',
    })
  const request = callOff.fundingRequestId ? await readFundingRequest(tx, callOff.fundingRequestId) : undefined
  if (request?.state !== 'approved' || request.termsHash !== callOff.termsHash)
    return refuse({ kind: 'conflict', because: 'The funding that was approved is not for these terms' })
  return askGate(tx, ctx, callOff, 'signature')
}
