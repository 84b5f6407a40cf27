import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { Contract } from './contract'
import { atSite, maySeeContract } from './contract-policy'
import { findContract } from './contract-store'
import type { ContractSite } from './site'
import { type SiteCommand, siteMachine } from './site-machine'
import { findSite, type SiteChange, saveSite } from './site-store'

type Step = {
  siteId: string
  version: number
  may: (contract: Contract) => Decision
  command: (site: ContractSite, contract: Contract) => SiteCommand
  check: (site: ContractSite, contract: Contract) => Result<unknown>
  change: (site: ContractSite, contract: Contract, command: SiteCommand) => SiteChange
  data: Record<string, unknown>
}

/** One move of a site, from the outside in: not found, forbidden, wrong state, the facts, stale; then state and one event. */
export async function climbSite(tx: Tx, ctx: Context, step: Step): Promise<Result<{ contractId: string }>> {
  const site = await findSite(tx, step.siteId)
  const whole = site ? await findContract(tx, site.contractId) : undefined
  if (!site || !whole || !maySeeContract(ctx.actor, whole, [site])) return refuse({ kind: 'not-found' })
  const contract = atSite(whole, site)
  const decision = step.may(contract)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const command = step.command(site, contract)
  const move = next(siteMachine, site.state, command)
  if (!move) return refuse({ kind: 'wrong-state', state: site.state, command })
  const checked = step.check(site, contract)
  if (!checked.ok) return checked
  const change = { ...step.change(site, contract, command), state: move.to }
  if (!(await saveSite(tx, { id: site.id, version: step.version }, change))) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'ContractSite', id: site.id },
    from: site.state,
    to: move.to,
    data: { contractId: contract.id, practiceId: site.practiceId, ...step.data },
  })
  return ok({ contractId: contract.id })
}
