import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayLoad } from './switch-policy'
import type { MoveInput } from './switch-schema'

/** The gaining supplier says that the final load is done, after the trial data were accepted (G7). */
export function loadFinal(ctx: Context, input: MoveInput) {
  return changeSwitch(ctx, { ...input, step: { command: 'load-final' }, may: ({ of }) => mayLoad(ctx.actor, of) })
}
