import 'server-only'
import { monthlyPence, sumsByYear } from '@/lib/funding/funding-rules'
import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { askGate } from './ask-gate'
import type { CallOff } from './call-off'
import { mayPrepareCallOff } from './call-off-policy'
import type { RequestFundingInput } from './call-off-schema'
import { climb } from './move-call-off'

/** Asks the payer for the whole value, by financial year: reserved at once, all years or none. */
export function requestFunding(ctx: Context, { reason, ...input }: RequestFundingInput): Promise<Result<CallOff>> {
  return transaction((tx) =>
    climb(tx, ctx, {
      ...input,
      command: 'request-funding',
      may: (callOff) => mayPrepareCallOff(ctx.actor, callOff),
      prepare: async (callOff) => {
        const gate = await askGate(tx, ctx, callOff, 'submit')
        if (!gate.ok) return gate
        const request = await ask(tx, ctx, callOff, reason)
        return request.ok ? ok({ ...gate.value, fundingRequestId: request.value.id }) : request
      },
      data: (callOff) => ({ termsHash: callOff.termsHash, totalPence: callOff.totalPence }),
    }),
  )
}

function ask(tx: Tx, ctx: Context, callOff: CallOff, reason: string) {
  const { payerId, practiceId, number, moduleName, termsHash, startsOn } = callOff
  const sums = sumsByYear(startsOn, monthlyPence(callOff.yearlyPence, callOff.oneOffPence, callOff.termMonths))
  return submitFundingRequest(tx, ctx, {
    payerId,
    requesterOrgId: practiceId,
    reference: { type: 'CallOff', id: callOff.id },
    title: `${moduleName}, call-off ${number}`,
    reason,
    stream: 'GPIT',
    termsHash,
    sums,
    similarityKeys: callOff.capabilityIds.map((id) => `${callOff.supplierId}/${practiceId}/${id}`),
  })
}
