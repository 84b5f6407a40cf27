import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { releaseSlots } from './capacity/capacity-store'
import { changeSwitch } from './change-switch'
import { conflict } from './conflict'
import { replaceFact } from './facts/fact-store'
import { isFull } from './gate-rules'
import { statesOf } from './switch-acts-rules'
import type { SwitchFacts } from './switch-facts'
import { cancellingSide, mayCancelSwitch } from './switch-policy'
import type { ReasonInput } from './switch-schema'

/**
 * Ends a switch before its records are frozen; stopping is free until then (R1). From machine version 2 on practice manager and
 * commissioner are of one mind: the other side has asked for it before, and is another person. What was reserved is given back.
 */
export function cancelSwitch(ctx: Context, { reason, ...input }: ReasonInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { command: 'cancel' },
    may: ({ of }) => mayCancelSwitch(ctx.actor, of),
    refuseWhen: ({ of, facts }) => {
      if (!isFull(facts)) return undefined
      const side = cancellingSide(ctx.actor, of)
      const asked = askedBy(facts, side === 'practice' ? 'commissioner' : 'practice')
      if (asked && asked !== ctx.actor.userId) return undefined
      return conflict(
        side === 'practice'
          ? 'The commissioner has not asked for it: both must agree'
          : 'The practice manager has not asked for it: both must agree',
      )
    },
    changes: () => ({ reason }),
    write: async ({ tx, of }) => {
      await releaseSlots(tx, of.id, ctx.now)
      return undefined
    },
  })
}

/** Who of a side has asked to cancel; undefined where nobody has. */
export function askedBy(facts: SwitchFacts, side: 'practice' | 'commissioner'): string | undefined {
  if (!isFull(facts)) return undefined
  return facts.stated.find((fact) => fact.kind === 'cancel-asked' && fact.item === side)?.statedById
}

/** One side asks to cancel; nothing moves until the other side cancels. */
export function askToCancel(ctx: Context, { reason, ...input }: ReasonInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('ask-to-cancel', of), command: 'ask-to-cancel', event: 'CancelAsked' },
    may: ({ of }) => mayCancelSwitch(ctx.actor, of),
    write: async ({ tx, of }) => {
      const side = cancellingSide(ctx.actor, of)!
      await replaceFact(tx, {
        id: newId(),
        switchId: of.id,
        kind: 'cancel-asked',
        item: side,
        value: { reason },
        statedById: ctx.actor.userId,
        organisationId: side === 'practice' ? of.practiceId : of.payerId,
        statedAt: ctx.now,
      })
      return undefined
    },
  })
}
