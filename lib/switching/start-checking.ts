import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayRunSwitch } from './switch-policy'
import type { MoveInput } from './switch-schema'

/** The practice begins to check the trial load: both manifests are signed and a verified run stands (G6). */
export function startChecking(ctx: Context, input: MoveInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { command: 'start-checking' },
    may: ({ of }) => mayRunSwitch(ctx.actor, of),
  })
}
