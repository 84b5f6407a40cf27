import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { Contract } from './contract'
import { contractMachine } from './contract-machine'
import { atSite, mayConfirmGoLive, maySeeContract, sideOf } from './contract-policy'
import type { ConfirmGoLiveInput } from './contract-schema'
import { findContract, moveContract } from './contract-store'
import type { SiteState } from './site'
import { siteMachine } from './site-machine'
import { confirmationMeans, dayProblem } from './site-rules'
import { findSite, saveConfirmation } from './site-store'

/**
 * One side's word on the day a site went live. When both name the same day the site is live, and the first live site starts
 * the contract. Two different days are a dispute until one side changes its word.
 */
export function confirmGoLive(
  ctx: Context,
  input: ConfirmGoLiveInput,
): Promise<Result<{ contractId: string; state: SiteState }>> {
  return transaction(async (tx) => {
    const site = await findSite(tx, input.siteId)
    const contract = site ? await findContract(tx, site.contractId) : undefined
    if (!site || !contract || !maySeeContract(ctx.actor, contract, [site])) return refuse({ kind: 'not-found' })
    const parties = atSite(contract, site)
    const decision = mayConfirmGoLive(ctx.actor, parties)
    const side = sideOf(ctx.actor, parties)
    if (!decision.allowed || !side)
      return refuse({ kind: 'forbidden', because: decision.allowed ? 'You stand for no side' : decision.because })
    const problem = dayProblem(input.day, dayOf(ctx.now), {
      startsOn: contract.startsOn,
      madeOn: dayOf(contract.madeAt),
    })
    if (problem) return invalidField('day', problem)
    const command = confirmationMeans(site, side, input.day)
    const move = next(siteMachine, site.state, command)
    if (!move) return refuse({ kind: 'wrong-state', state: site.state, command })
    const said = { side, day: input.day, personId: ctx.actor.userId, state: move.to }
    if (!(await saveConfirmation(tx, { id: site.id, version: input.version }, said))) return refuse({ kind: 'stale' })
    if (move.to === 'live' && !(await startContract(tx, ctx, contract))) return refuse({ kind: 'stale' })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'ContractSite', id: site.id },
      from: site.state,
      to: move.to,
      data: { contractId: contract.id, practiceId: site.practiceId, side, day: input.day },
    })
    return ok({ contractId: contract.id, state: move.to })
  })
}

async function startContract(tx: Tx, ctx: Context, contract: Contract): Promise<boolean> {
  const move = next(contractMachine, contract.state, 'start')
  if (!move) return true // it is live already, or leaving: another site does not start it again
  if (!(await moveContract(tx, contract.id, contract.version, { state: move.to }))) return false
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'Contract', id: contract.id },
    from: contract.state,
    to: move.to,
    organisationId: contract.payerId,
  })
  return true
}
