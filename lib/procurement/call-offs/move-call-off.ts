import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { CallOff, CallOffCommand } from './call-off'
import { callOffMachine } from './call-off-machine'
import { findCallOff, moveCallOff } from './call-off-store'
import { getCallOff } from './get-call-off'

type Change = Partial<Omit<CallOff, 'signatures' | 'sites' | 'id' | 'version'>>

export type Act = {
  id: string
  version: number
  command: CallOffCommand
  may: (callOff: CallOff) => Decision
  /** Facts that could still refuse it, and what is written with the move: asked after policy and machine, before any write. */
  prepare?: (callOff: CallOff) => Promise<Result<Change>>
  data?: (callOff: CallOff) => Record<string, unknown>
  /** Further writes of the same act, after the guarded move. */
  follow?: (callOff: CallOff) => Promise<Result<unknown>>
}

/** The ladder that every act on a call-off climbs: not found, forbidden, wrong state, its own facts, stale, done with its event. */
export async function climb(tx: Tx, ctx: Context, act: Act): Promise<Result<CallOff>> {
  const callOff = ctx.actor.kind === 'system' ? await findCallOff(tx, act.id) : await getCallOff(ctx.actor, act.id, tx)
  if (!callOff) return refuse({ kind: 'not-found' })
  const decision = act.may(callOff)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const move = next(callOffMachine, callOff.state, act.command)
  if (!move) return refuse({ kind: 'wrong-state', state: callOff.state, command: act.command })
  const change = (await act.prepare?.(callOff)) ?? ok({})
  if (!change.ok) return change
  if (!(await moveCallOff(tx, callOff.id, act.version, { ...change.value, state: move.to })))
    return refuse({ kind: 'stale' })
  const followed = (await act.follow?.(callOff)) ?? ok(undefined)
  if (!followed.ok) return followed
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'CallOff', id: callOff.id },
    from: callOff.state,
    to: move.to,
    data: act.data?.(callOff),
  })
  return ok((await findCallOff(tx, callOff.id))!)
}
