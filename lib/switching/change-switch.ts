import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { record } from '@/lib/platform/record'
import { ok, type Refusal, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { isFull, predicatesOf } from './gate-rules'
import { edgeOf, sideOf } from './machine-of-rules'
import { readFacts } from './read-facts'
import type { Switch, SwitchState } from './switch'
import type { FullFacts, SwitchFacts } from './switch-facts'
import type { SwitchCommand } from './switch-machine'
import { maySeeSwitch } from './switch-policy'
import { type Changes, findSwitch, saveSwitch } from './switch-store'
import { evaluateTimers } from './timers/evaluate-timers'

type Given = { tx: Tx; of: Switch; facts: SwitchFacts }
type Refused = { ok: false; refusal: Refusal }

/**
 * The ladder that every command of a switch climbs, in one transaction: not-found, forbidden, wrong state, what the facts
 * forbid, stale; then the guarded write, the rest of the writes, the event.
 */
export type Act = {
  id: string
  version: number
  may: (given: Given) => Decision
  /** A move of the machine, or the states in which a fact may be added and the event that says so. */
  step: { command: SwitchCommand } | { in: (of: Switch) => SwitchState[]; command: string; event: string }
  /** What the facts forbid, after state and gate have let it through. */
  refuseWhen?: (given: Given) => Promise<Refused | undefined> | Refused | undefined
  changes?: (given: Given) => Changes
  write?: (given: Given) => Promise<Refused | undefined>
  eventData?: Record<string, unknown>
}

export function changeSwitch(ctx: Context, act: Act): Promise<Result<{ id: string; state: SwitchState }>> {
  return transaction((tx) => changeSwitchIn(tx, ctx, act))
}

/** The same inside a transaction that has begun. */
export async function changeSwitchIn(
  tx: Tx,
  ctx: Context,
  act: Act,
): Promise<Result<{ id: string; state: SwitchState }>> {
  const of = await findSwitch(tx, act.id)
  if (!of || !(ctx.actor.kind === 'system' || maySeeSwitch(ctx.actor, of))) return refuse({ kind: 'not-found' })
  const facts = await readFacts(tx, of, ctx.now)
  const given = { tx, of, facts }
  const decision = act.may(given)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const move = stepOf(of, act.step)
  if (!move) return refuse({ kind: 'wrong-state', state: of.state, command: act.step.command })
  const refused = await act.refuseWhen?.(given)
  if (refused) return refused
  const changes = act.changes?.(given) ?? {}
  const unmet = 'in' in act.step ? [] : predicatesOf(act.step.command, after(facts, changes)).filter((p) => !p.met)
  if (unmet.length > 0) return refuse({ kind: 'conflict', because: unmet.map((p) => p.because).join('. ') })
  const side = move.to === of.state ? {} : sideOf(of.state, move.to, ctx.now)
  if (!(await saveSwitch(tx, of.id, act.version, { ...changes, ...side, state: move.to })))
    return refuse({ kind: 'stale' })
  const failed = await act.write?.(given)
  if (failed) return failed
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'Switch', id: of.id },
    from: of.state,
    to: move.to,
    organisationId: ctx.actor.organisationId ?? of.practiceId,
    data: { practiceId: of.practiceId, ...act.eventData },
  })
  if (isFull(facts)) await evaluateTimers(tx, ctx, of.id)
  return ok({ id: of.id, state: move.to })
}

function stepOf(of: Switch, step: Act['step']): { to: SwitchState; event: string } | undefined {
  if (!('in' in step)) return edgeOf(of, step.command)
  return step.in(of).includes(of.state) ? { to: of.state, event: step.event } : undefined
}

/** An order may bring the contract that its own gate asks for. */
function after(facts: SwitchFacts, { gainingContractId, gainingSupplierId }: Changes): SwitchFacts {
  return {
    ...facts,
    gainingContractId: gainingContractId ?? facts.gainingContractId,
    gainingSupplierId: gainingSupplierId ?? facts.gainingSupplierId,
  }
}

/** The facts of a switch of machine version 2; its commands are open to no other. */
export function inFull(facts: SwitchFacts): FullFacts {
  if (!isFull(facts)) throw new Error('a switch of the first stage has none of these facts')
  return facts
}
