import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayCloseSwitch } from './switch-policy'
import type { MoveInput } from './switch-schema'

/** The commissioner closes a switch: 90 days since go-live, and the old copy certified as deleted. */
export function closeSwitch(ctx: Context, input: MoveInput) {
  return changeSwitch(ctx, { ...input, step: { command: 'close' }, may: ({ of }) => mayCloseSwitch(ctx.actor, of) })
}
