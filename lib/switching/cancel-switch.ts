import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayCancelSwitch } from './switch-policy'
import type { ReasonInput } from './switch-schema'

/** Ends a switch before the final load; stopping is free until then (R1). */
export function cancelSwitch(ctx: Context, { reason, ...input }: ReasonInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { command: 'cancel' },
    may: ({ of }) => mayCancelSwitch(ctx.actor, of),
    changes: () => ({ reason }),
  })
}
