import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayMove } from './switch-acts-rules'
import type { ReasonInput } from './switch-schema'

/** The safety officer stops the way on until what failed holds again: a fault of the final load, or an S1 incident. */
export function startRemediation(ctx: Context, { reason, ...input }: ReasonInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { command: 'remediate' },
    may: ({ of, facts }) => mayMove(ctx.actor, of, facts.people, 'remediate'),
    changes: () => ({ reason }),
  })
}
