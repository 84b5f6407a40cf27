import 'server-only'
import { isWaiting } from '@/lib/funding/funding-request'
import { sumsByYear } from '@/lib/funding/funding-rules'
import { readFundingRequest } from '@/lib/funding/get-funding-request'
import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { addDays, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { readSettings } from '@/lib/settings/read-settings'
import { maySeeContract } from '../contract-policy'
import { findContract } from '../contract-store'
import { findSites } from '../site-store'
import { mayAskHoldOver } from './end-policy'
import { holdOverMonths, holdOverProblem } from './end-rules'
import type { AskHoldOverInput } from './end-schema'
import { findLastAsk, insertAsk, lockContract } from './hold-over-ask-store'

/**
 * Asks the payer for the money of a hold-over, by financial year: reserved on its lines at once, all years or none, and committed
 * when an approver has approved it. Only then can the contract be held over. One question at a time.
 */
export function askHoldOver(ctx: Context, input: AskHoldOverInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    if (await findContract(tx, input.contractId)) await lockContract(tx, input.contractId)
    const contract = await findContract(tx, input.contractId)
    if (!contract || !maySeeContract(ctx.actor, contract)) return refuse({ kind: 'not-found' })
    const decision = mayAskHoldOver(ctx.actor, contract)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    if (!['expiring', 'expired'].includes(contract.state))
      return refuse({ kind: 'wrong-state', state: contract.state, command: 'ask for a hold-over' })
    const { id: contractId, endsOn, payerId, moduleName, number } = contract
    const settings = await readSettings(tx, ctx, payerId, ['longest-hold-over'])
    if (!settings.ok) return settings
    const problem = holdOverProblem(endsOn, input.until, dayOf(ctx.now), settings.value.count('longest-hold-over'))
    if (problem) return invalidField('until', problem)
    if (contract.version !== input.version) return refuse({ kind: 'stale' })
    if (await isAsked(tx, contractId)) return refuse({ kind: 'conflict', because: 'The payer has been asked already' })
    const sites = (await findSites(tx, [contractId])).filter(({ state }) => state === 'live').length
    const months = holdOverMonths(contract, input.until, Math.max(1, sites))
    const costPence = months.reduce((sum, pence) => sum + pence, 0n)
    const id = newId()
    const termsHash = sha256Hex(canonicalJson({ contractId, endsOn, until: input.until, costPence }))
    const request = await submitFundingRequest(tx, ctx, {
      payerId,
      requesterOrgId: payerId,
      reference: { type: 'HoldOver', id: contractId },
      title: `${moduleName}, hold-over of contract ${number}`,
      reason: input.reason,
      stream: input.stream,
      termsHash,
      sums: sumsByYear(addDays(endsOn, 1), months),
    })
    if (!request.ok) return request
    const { until, reason } = input
    const asked = { fundingRequestId: request.value.id, askedById: ctx.actor.userId, askedAt: ctx.now }
    await insertAsk(tx, { id, contractId, until, reason, costPence, termsHash, ...asked })
    await record(tx, ctx, {
      name: 'HoldOverAsked',
      about: { type: 'Contract', id: contractId },
      organisationId: payerId,
      data: { until, costPence, fundingRequestId: request.value.id, settings: settings.value.ids },
    })
    return ok({ id: contractId })
  })
}

/** Whether a question is open, or answered with yes and not used. */
async function isAsked(tx: Tx, contractId: string): Promise<boolean> {
  const ask = await findLastAsk(tx, contractId)
  const request = ask && (await readFundingRequest(tx, ask.fundingRequestId))
  return request !== undefined && (isWaiting(request) || ['returned', 'approved'].includes(request.state))
}
