import 'server-only'
import type { Context } from '@/lib/platform/context'
import { changeSwitch } from './change-switch'
import { conflict } from './conflict'
import { replaceFinalManifests } from './evidence-store'
import { forgetProofs } from './radar/radar-store'
import { mayMove } from './switch-acts-rules'
import type { MoveSwitchInput } from './switch-schema'
import { hasOtherRunning } from './switch-store'

/**
 * A move that needs nothing but its gate: the case, the start of the work, the freeze, the accepted data, the end of a hold or
 * a remediation. A restart after a roll-back begins a new phase, in which nothing that was loaded or proven before counts.
 */
export function moveSwitch(ctx: Context, { command, ...input }: MoveSwitchInput) {
  const restarts = command === 'restart'
  return changeSwitch(ctx, {
    ...input,
    step: { command },
    may: ({ of, facts }) => mayMove(ctx.actor, of, facts.people, command),
    refuseWhen: async ({ tx, of }) =>
      restarts && (await hasOtherRunning(tx, of))
        ? conflict('Another switch away from this contract is under way')
        : undefined,
    changes: ({ of }) => (restarts ? { phase: of.phase + 1, wentLiveOn: null } : {}),
    write: async ({ tx, of }) => {
      if (!restarts) return undefined
      await replaceFinalManifests(tx, of.id, ctx.now)
      await forgetProofs(tx, of.id)
      return undefined
    },
  })
}
