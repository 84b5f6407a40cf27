import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayMove } from './switch-acts-rules'
import type { ReasonInput } from './switch-schema'

/** The practice manager puts a switch on hold: its timers stand still until it is taken up again where it was. */
export function holdSwitch(ctx: Context, { reason, ...input }: ReasonInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { command: 'hold' },
    may: ({ of, facts }) => mayMove(ctx.actor, of, facts.people, 'hold'),
    changes: () => ({ reason }),
  })
}
