import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { transaction } from '@/lib/platform/transaction'
import { isFull } from '../gate-rules'
import { readFacts } from '../read-facts'
import { findRunning, findSwitch } from '../switch-store'
import type { SwitchTimer } from './timer'
import { timersOf } from './timer-rules'
import { findTimers, removeTimer, saveTimer } from './timer-store'

/** TM-01: computes the timers of a switch anew, keeps what has changed, and records what somebody should hear of. */
export async function evaluateTimers(tx: Tx, ctx: Context, switchId: string): Promise<void> {
  const of = await findSwitch(tx, switchId)
  const facts = of ? await readFacts(tx, of, ctx.now) : undefined
  if (!of || !facts || !isFull(facts)) return
  const [now, kept] = [timersOf(facts), await findTimers(tx, switchId)]
  for (const { kind } of kept) if (!now.some((timer) => timer.kind === kind)) await removeTimer(tx, switchId, kind)
  for (const timer of now) {
    const before = kept.find((one) => one.kind === timer.kind)
    if (before && isSame(before, timer)) continue
    await saveTimer(tx, switchId, timer, ctx.now)
    const name = happened(before, timer)
    const data = { practiceId: of.practiceId, timer: timer.kind, dueOn: timer.dueOn, escalated: timer.escalated }
    if (name)
      await record(tx, ctx, {
        name,
        about: { type: 'Switch', id: switchId },
        from: of.state,
        to: of.state,
        organisationId: ctx.actor.organisationId ?? of.practiceId,
        data,
      })
  }
}

const isSame = (a: SwitchTimer, b: SwitchTimer) =>
  a.dueOn === b.dueOn && a.state === b.state && a.warned === b.warned && a.escalated === b.escalated

/** What a change of a timer is called; undefined where nobody needs to hear of it. */
function happened(before: SwitchTimer | undefined, { state, warned, escalated }: SwitchTimer): string | undefined {
  if (state === 'overdue' && before?.state !== 'overdue') return 'SwitchTimerOverdue'
  if (state === 'overdue' && escalated > (before?.escalated ?? 0)) return 'SwitchTimerEscalated'
  if (state === 'met' && before && before.state !== 'met' && before.state !== 'stopped') return 'SwitchTimerMet'
  return state === 'warned' && warned > (before?.warned ?? 0) ? 'SwitchTimerWarned' : undefined
}

/** By the clock, daily: every running switch, each in a transaction of its own. */
export async function evaluateAllTimers(ctx: Context): Promise<number> {
  const running = await findRunning(db)
  for (const { id } of running) await transaction((tx) => evaluateTimers(tx, ctx, id))
  return running.length
}
