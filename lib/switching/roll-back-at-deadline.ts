import 'server-only'
import { system } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { allow, deny } from '@/lib/platform/decision'
import { changeSwitch } from './change-switch'
import { conflict } from './conflict'
import { isFull } from './gate-rules'
import { rollBackDeadline } from './gates/g10-live-rules'
import { deadlineReason, isPastDeadline } from './gates/roll-back-rules'
import { readFacts } from './read-facts'
import type { Switch } from './switch'
import { findRunning } from './switch-store'

/**
 * R2, by the clock: a switch that is frozen or loaded and whose deadline has passed without a decision goes back, because the
 * default is the old system. It may run twice: the second time finds it rolled back.
 */
export async function rollBackAtDeadline(ctx: Context): Promise<number> {
  let back = 0
  for (const of of await findRunning(db, ['frozen', 'loaded'])) if (await goBack(ctx, of)) back++
  return back
}

async function goBack(ctx: Context, of: Switch): Promise<boolean> {
  const facts = await readFacts(db, of, ctx.now)
  if (!isFull(facts) || !isPastDeadline(facts)) return false
  const deadline = rollBackDeadline(facts)!
  const moved = await changeSwitch(
    { ...ctx, actor: system },
    {
      id: of.id,
      version: of.version,
      step: { command: 'roll-back' },
      may: () => (ctx.actor.kind === 'system' ? allow : deny('Only the clock rolls a switch back at its deadline')),
      refuseWhen: ({ facts: now }) =>
        isFull(now) && isPastDeadline(now) ? undefined : conflict('Its deadline has not passed'),
      changes: () => ({ reason: deadlineReason(deadline) }),
      eventData: { deadline: deadline.toISOString(), by: 'clock' },
    },
  )
  return moved.ok
}
