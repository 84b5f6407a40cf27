import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayLoad } from './switch-policy'
import type { MoveInput } from './switch-schema'

/** The gaining supplier says that the trial load is done. */
export function loadTrial(ctx: Context, input: MoveInput) {
  return changeSwitch(ctx, { ...input, step: { command: 'load-trial' }, may: ({ of }) => mayLoad(ctx.actor, of) })
}
