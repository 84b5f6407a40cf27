import 'server-only'
import type { Context } from '@/lib/platform/context'
import { next } from '@/lib/platform/machine'
import { invalidField, refuse } from '@/lib/platform/refusal'
import { changeSwitch } from '../change-switch'
import { conflict } from '../conflict'
import { isFull } from '../gate-rules'
import { currentRuns } from '../run-rules'
import { proofDays } from '../switch'
import { statesOf } from '../switch-acts-rules'
import { type SwitchFacts, stated } from '../switch-facts'
import { mayState } from '../switch-policy'
import type { MoveInput } from '../switch-schema'
import { mostSlips } from './slip'
import { slipMachine } from './slip-machine'
import type { LogSlipInput, SlipInput, VoidSlipInput } from './slip-schema'
import { findSlip, insertSlip, markMatched, saveSlip } from './slip-store'

const typists = ['practice-manager', 'clinical-lead'] as const
const may = (ctx: Context) => (given: { of: Parameters<typeof mayState>[1]; facts: SwitchFacts }) =>
  mayState(ctx.actor, given.of, given.facts.people, [...typists])
const absent = () => invalidField('number', 'The log has no slip of this number')

/** Enters a slip of the downtime by its number and kind; what it says stays on paper (RE-01). */
export function logSlip(ctx: Context, { number, kind, ...input }: LogSlipInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('log-slip', of), command: 'log-slip', event: 'ReEntryOpened' },
    may: may(ctx),
    refuseWhen: ({ facts }) => {
      if (!isFull(facts) || !stated(facts, 're-entry-open')) return conflict('The re-entry log is not open')
      return facts.slips.all >= mostSlips ? conflict(`The log holds at most ${mostSlips} slips`) : undefined
    },
    write: async ({ tx, of }) => {
      const slip = { switchId: of.id, number, kind, createdById: ctx.actor.userId, createdAt: ctx.now }
      return (await insertSlip(tx, slip)) ? undefined : invalidField('number', 'The log has a slip of this number')
    },
    eventData: { number, kind },
  })
}

/** Says that a slip is typed into the system; only a run can say that it is there (C25). */
export function enterSlip(ctx: Context, { number, ...input }: SlipInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('log-slip', of), command: 'enter-slip', event: 'ReEntryEntered' },
    may: may(ctx),
    write: async ({ tx, of }) => {
      const slip = await findSlip(tx, of.id, number)
      const move = slip && next(slipMachine, slip.state, 'enter')
      if (!slip) return absent()
      if (!move) return refuse({ kind: 'wrong-state', state: slip.state, command: 'enter' })
      await saveSlip(tx, of.id, number, { state: move.to, enteredById: ctx.actor.userId, enteredAt: ctx.now })
      return undefined
    },
    eventData: { number },
  })
}

/**
 * C25, recorded here: somebody has found in the new system, as the last verified run of it stands, every slip that was typed in
 * before that run. A slip that was typed in later waits for the next run.
 */
export function matchSlips(ctx: Context, input: MoveInput) {
  const runOf = (facts: SwitchFacts) => proofDays.flatMap((day) => currentRuns(facts, day)).at(-1)
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('log-slip', of), command: 'match-slips', event: 'ReEntryMatched' },
    may: may(ctx),
    refuseWhen: ({ facts }) =>
      runOf(facts) ? undefined : conflict('There is no verified run of the new system to find the slips in (C25)'),
    write: async ({ tx, of, facts }) => {
      const run = runOf(facts)!
      const found = await markMatched(tx, of.id, { matchedRun: run.id, before: run.takenInAt })
      return found > 0 ? undefined : conflict('No slip was typed in before the last verified run')
    },
  })
}

/** One person asks to void a slip with the reason; another agrees, and it is void (RE-01). */
export function voidSlip(ctx: Context, { number, reason, ...input }: VoidSlipInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('log-slip', of), command: 'void-slip', event: 'ReEntryVoidAsked' },
    may: may(ctx),
    write: async ({ tx, of }) => {
      const slip = await findSlip(tx, of.id, number)
      if (!slip) return absent()
      const move = next(slipMachine, slip.state, 'void')
      if (!move) return refuse({ kind: 'wrong-state', state: slip.state, command: 'void' })
      const me = ctx.actor.userId
      if (slip.voidById === me) return conflict('Another person must agree that it is void')
      const asked = { voidReason: reason, voidById: me }
      await saveSlip(tx, of.id, number, slip.voidById ? { state: move.to, voidAgreedById: me } : asked)
      return undefined
    },
    eventData: { number },
  })
}
