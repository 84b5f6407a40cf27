import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeSwitchIn } from '../change-switch'
import { conflict } from '../conflict'
import { isFull } from '../gate-rules'
import { seedSwitch } from '../seed-switch'
import { type Switch, type SwitchRole, switchRoles } from '../switch'
import { statesOf } from '../switch-acts-rules'
import { mayRunSwitch } from '../switch-policy'
import type { OpenPartInput } from '../switch-schema'
import { findSwitch, insertSwitch, savePerson } from '../switch-store'

/** SW-07. */
const mostParts = 10

/**
 * Opens documents or appointments as a switch of its own beside a whole one, with the same people: it goes through the same
 * gates, and the whole one waits for it before its data are accepted, before go-live and before it settles.
 */
export function openPart(ctx: Context, { part, ...input }: OpenPartInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const whole = await findSwitch(tx, input.id)
    const id = newId()
    const moved = await changeSwitchIn(tx, ctx, {
      ...input,
      step: { in: (of) => statesOf('open-part', of), command: 'open-part', event: 'SwitchPartOpened' },
      may: ({ of }) => mayRunSwitch(ctx.actor, of),
      refuseWhen: ({ of, facts }) => {
        if (of.parentId) return conflict('A part has no parts of its own')
        return isFull(facts) && facts.parts.length >= mostParts
          ? conflict(`A switch has at most ${mostParts} parts`)
          : undefined
      },
      write: async ({ of, facts }) => {
        const opened: Switch = {
          ...of,
          id,
          parentId: of.id,
          part,
          state: 'draft',
          version: 1,
          phase: 1,
          openedAt: ctx.now,
        }
        if (!(await insertSwitch(tx, opened))) return conflict('This part is being switched already')
        for (const [role, personId] of Object.entries(facts.people) as [SwitchRole, string][])
          await savePerson(tx, {
            switchId: id,
            role,
            personId,
            organisationId: of[switchRoles[role].of]!,
            namedAt: ctx.now,
          })
        await seedSwitch(tx, ctx, opened)
        return undefined
      },
      eventData: { part, partId: id },
    })
    if (!moved.ok) return moved
    const data = { practiceId: whole!.practiceId, parentId: whole!.id, part }
    const organisationId = whole!.practiceId
    await record(tx, ctx, { name: 'SwitchOpened', about: { type: 'Switch', id }, to: 'draft', organisationId, data })
    return ok({ id })
  })
}
