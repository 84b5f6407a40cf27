import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { changeSwitch } from '../change-switch'
import { isFull } from '../gate-rules'
import { mayState } from '../switch-policy'
import { definitionOf } from './fact-kinds'
import { factProblem } from './fact-rules'
import type { StateFactInput } from './fact-schema'
import { replaceFact } from './fact-store'

/**
 * A person states a fact that a gate reads (SW-01): who may, and when, is what its kind says. It takes the place of the one
 * before it, and every signature that was bound to that one no longer counts (SW-03).
 */
export function stateFact(ctx: Context, { kind, item, value, ...input }: StateFactInput) {
  const definition = definitionOf(kind)
  return changeSwitch(ctx, {
    ...input,
    step: {
      in: (of) => (of.machineVersion === 1 ? [] : definition.in),
      command: `state ${kind}`,
      event: 'SwitchFactStated',
    },
    may: ({ of, facts }) => mayState(ctx.actor, of, facts.people, definition.by),
    refuseWhen: ({ facts }) => (isFull(facts) ? factProblem(kind, value, facts) : undefined),
    write: async ({ tx, of }) => {
      await replaceFact(tx, {
        id: newId(),
        switchId: of.id,
        kind,
        item: definition.item ? item : '',
        value,
        statedById: ctx.actor.userId,
        organisationId: ctx.actor.organisationId ?? of.practiceId,
        statedAt: ctx.now,
      })
      return undefined
    },
    eventData: { kind, item },
  })
}
