import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayLoad } from './switch-policy'
import type { MoveInput } from './switch-schema'

/** The gaining supplier loads again after the check found something: a new phase, for which nothing of the old one counts. */
export function reloadTrial(ctx: Context, input: MoveInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { command: 'reload' },
    may: ({ of }) => mayLoad(ctx.actor, of),
    changes: ({ of }) => ({ phase: of.phase + 1 }),
  })
}
