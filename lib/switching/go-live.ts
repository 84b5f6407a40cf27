import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { mayRunSwitch } from './switch-policy'
import type { MoveInput } from './switch-schema'

/** The practice goes live, on the day that it and the supplier have confirmed for the site (G10). */
export function goLive(ctx: Context, input: MoveInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { command: 'go-live' },
    may: ({ of }) => mayRunSwitch(ctx.actor, of),
    changes: ({ facts }) => (facts.site?.liveOn ? { wentLiveOn: facts.site.liveOn } : {}),
  })
}
