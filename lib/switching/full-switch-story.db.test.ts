import { describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, because } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { parties } from '@/prisma/factories/contract'
import type { FullSwitchStory } from '@/prisma/factories/full-switch'
import { fullSwitchIn, nearlyClosed } from '@/prisma/factories/full-switch-way'
import { askToCancel, cancelSwitch } from './cancel-switch'
import { closeSwitch } from './close-switch'
import { stateFact } from './facts/state-fact'
import { getSwitch } from './get-switch'
import { holdSwitch } from './hold-switch'
import { loadFinal } from './load-final'
import { moveSwitch } from './move-switch'
import { openPart } from './parts/open-part'
import { proposeRollBack } from './propose-roll-back'
import { rollBack } from './roll-back'
import { rollBackAtDeadline } from './roll-back-at-deadline'
import { evaluateAllTimers } from './timers/evaluate-timers'

useDatabase()
const rowOf = (id: string) => db.switch.findUniqueOrThrow({ where: { id } })
const reason = 'The practice and its commissioner have thought better of it'
const moves = async (id: string) => {
  const events = await db.event.findMany({ where: { aboutType: 'Switch', aboutId: id }, orderBy: { id: 'asc' } })
  return events.filter((e) => e.fromState !== e.toState).map((e) => e.name)
}

describe('the whole way of a switch (design §3)', () => {
  it('goes through every gate by commands, from draft to closed, one event a move', async () => {
    const s = await fullSwitchIn('legacy-read-only', await parties())
    const close = async () => because(closeSwitch(s.story.context(s.of.approver), await s.story.at()))
    expect(await close()).toMatch(/It stays readable until 29 May 2026.*There is no deletion certificate/)
    await nearlyClosed(s)
    expect(await close()).toBe('done')
    expect(await moves(s.id)).toEqual([
      'SwitchOpened',
      'SwitchCaseMade',
      'SwitchOrdered',
      'SwitchMobilised',
      'SwitchPreparing',
      'TrialLoaded',
      'DataCheckStarted',
      'DataAccepted',
      'RecordsFrozen',
      'FinalLoaded',
      'SwitchWentLive',
      'LegacyStarted',
      'SwitchClosed',
    ])
    const view = (await getSwitch(s.of.losingSignatory, s.id, s.story.now))!
    expect(view).toMatchObject({ state: 'closed', wentLiveOn: '2026-02-28', steps: [] })
  }, 120_000)

  it('many at once: one moves it, one event', async () => {
    const s = await fullSwitchIn('mobilised', await parties())
    await s.state('delivery-partner', 'survey', { gaps: 0, closed: 0 })
    const input = { ...(await s.story.at()), command: 'prepare' as const }
    const ctx = s.story.context(s.of.delivery)
    const answers = await Promise.all(Array.from({ length: 8 }, () => answer(moveSwitch(ctx, input))))
    expect(answers.filter((a) => a === 'done')).toHaveLength(1)
    expect((await moves(s.id)).filter((n) => n === 'SwitchPreparing')).toHaveLength(1)
  }, 120_000)

  it('a later command is refused, and a fact that changes voids the signatures under its gate (SW-03)', async () => {
    const s = await fullSwitchIn('case', await parties())
    expect(await answer(loadFinal(s.story.context(s.of.gainingSignatory), await s.story.at()))).toBe('wrong-state')
    await s.state('losing-signatory', 'acknowledged-losing', { acknowledgedOn: '2025-11-02' })
    await s.state('gaining-signatory', 'acknowledged-gaining', { acknowledgedOn: '2025-11-02', reverseDays: 2 })
    await s.state('funding-approver', 'cancellation-charges', { pence: 5 })
    await s.sign('G2')
    await s.state('funding-approver', 'cancellation-charges', { pence: 6 })
    await expect(s.story.ordered()).rejects.toThrow(/The facts have changed since it was signed/)
  }, 120_000)
})

describe('stating a fact', () => {
  it('is for whom its kind names, in its states, with words that hold no NHS number (SW-06)', async () => {
    const of = await parties()
    const s = await fullSwitchIn('draft', of)
    const tell = async (
      actor: typeof of.manager,
      kind: 'needs' | 'dpia' | 'survey',
      value: Record<string, string | number>,
    ) => answer(stateFact(s.story.context(actor), { ...(await s.story.at()), kind, item: '', value }))
    expect(await tell(of.stranger, 'needs', { need: 'x' })).toBe('not-found')
    expect(await tell(of.partner, 'needs', { need: 'x' })).toBe('forbidden')
    expect(await tell(of.delivery, 'survey', { gaps: 1, closed: 1 })).toBe('wrong-state')
    expect(await tell(of.privacy, 'dpia', { reference: 'D', approvedOn: '2030-01-01' })).toBe('invalid')
    expect(await tell(of.manager, 'needs', { need: 'A' })).toBe('done')
    expect(await tell(of.manager, 'needs', { need: 'B' })).toBe('done')
    const kept = await db.switchFact.findMany({
      where: { switchId: s.id, kind: 'needs' },
      orderBy: { statedAt: 'asc' },
    })
    expect(kept.map((f) => [f.value, f.supersededAt !== null])).toEqual([
      [{ need: 'A' }, true],
      [{ need: 'B' }, false],
    ])
    await expect(db.switchFact.update({ where: { id: kept[1]!.id }, data: { value: {} } })).rejects.toThrow(
      /superseded/,
    )
    await expect(db.switchFact.delete({ where: { id: kept[0]!.id } })).rejects.toThrow(/superseded/)
  }, 120_000)
})

describe('the side states', () => {
  it('a hold stops the timers and ends where it began', async () => {
    const s = await fullSwitchIn('mobilised', await parties())
    const held = { ...(await s.story.at()), reason }
    expect(await answer(holdSwitch(s.story.context(s.of.manager), held))).toBe('done')
    expect(await rowOf(s.id)).toMatchObject({ state: 'on-hold', stateBefore: 'mobilised', heldAt: s.story.now })
    const timers = await db.switchTimer.findMany({ where: { switchId: s.id } })
    expect(new Set(timers.map((t) => t.state))).toEqual(new Set(['stopped', 'met']))
    await s.move('practice-manager', 'resume')
    expect(await rowOf(s.id)).toMatchObject({ state: 'mobilised', stateBefore: null, heldAt: null })
  }, 120_000)

  it('both sides cancel, by two people, and the reserved capacity is given back', async () => {
    const s = await fullSwitchIn('mobilised', await parties())
    const act = async (command: typeof cancelSwitch, actor: typeof s.of.manager) =>
      answer(command(s.story.context(actor), { ...(await s.story.at()), reason }))
    expect(await act(cancelSwitch, s.of.manager)).toBe('conflict')
    expect(await act(askToCancel, s.of.losingSignatory)).toBe('forbidden')
    expect(await act(askToCancel, s.of.manager)).toBe('done')
    expect(await act(cancelSwitch, s.of.manager)).toBe('conflict')
    expect(await act(cancelSwitch, s.of.approver)).toBe('done')
    expect((await rowOf(s.id)).state).toBe('cancelled')
    expect((await db.capacityWeek.findMany()).map((w) => w.taken)).toEqual([0, 0])
  }, 120_000)

  it('a part goes its own way, and the whole waits for it', async () => {
    const s = await fullSwitchIn('preparing', await parties())
    const part = await openPart(s.story.context(s.of.manager), { ...(await s.story.at()), part: 'documents' })
    expect(part.ok).toBe(true)
    const again = openPart(s.story.context(s.of.manager), { ...(await s.story.at()), part: 'documents' })
    expect(await answer(again)).toBe('conflict')
    const child = await rowOf(part.ok ? part.value.id : '')
    expect(child).toMatchObject({ parentId: s.id, part: 'documents', state: 'draft', machineVersion: 2 })
    expect(await db.switchHazard.count({ where: { switchId: child.id } })).toBe(11)
  }, 120_000)
})

describe('the way back (R1–R5)', () => {
  it('R2: a passed deadline without a decision is a roll-back by the clock, once', async () => {
    const s = await fullSwitchIn('loaded', await parties())
    const clock = (at: string) => rollBackAtDeadline(contextOf(system, new Date(at)))
    expect(await clock('2026-03-01T14:59:00Z')).toBe(0)
    expect(await clock('2026-03-01T15:00:00Z')).toBe(1)
    expect(await clock('2026-03-01T15:01:00Z')).toBe(0)
    expect(await rowOf(s.id)).toMatchObject({
      state: 'rolled-back',
      reason: expect.stringMatching(/without a decision/),
    })
    await s.on(3)
    await s.move('practice-manager', 'restart')
    expect(await rowOf(s.id)).toMatchObject({ state: 'preparing', phase: 2 })
    const view = (await getSwitch(s.of.manager, s.id, s.story.now))!
    expect(view.manifests.filter((m) => m.phase === 'final')).toEqual([])
  }, 120_000)

  it('R5: one proposes and two others sign; two signatures at once move it once', async () => {
    const s = await fullSwitchIn('frozen', await parties())
    const at = async () => ({ ...(await s.story.at()) })
    const sign = async (actor: typeof s.of.manager) => answer(rollBack(s.story.context(actor), await at()))
    expect(await sign(s.of.partner)).toBe('conflict')
    const proposal = { ...(await at()), reason }
    expect(await answer(proposeRollBack(s.story.context(s.of.safety), proposal))).toBe('done')
    expect(await sign(s.of.safety)).toBe('forbidden')
    expect(await sign(s.of.manager)).toBe('done')
    expect((await rowOf(s.id)).state).toBe('frozen')
    expect(await sign(s.of.manager)).toBe('forbidden')
    const input = await at()
    const both = await Promise.all([1, 2, 3].map(() => answer(rollBack(s.story.context(s.of.partner), input))))
    expect(both.filter((a) => a === 'done')).toHaveLength(1)
    expect((await moves(s.id)).filter((n) => n === 'SwitchRolledBack')).toHaveLength(1)
  }, 120_000)
})

describe('the timers by the clock (TM-01, TM-03)', () => {
  it('says once that a day is past, and once more when it is passed on', async () => {
    const s: FullSwitchStory = await fullSwitchIn('mobilised', await parties())
    const at = (day: string) => evaluateAllTimers(contextOf(system, new Date(`${day}T07:00:00Z`)))
    const told = async () =>
      (
        await db.event.findMany({
          where: { aboutId: s.id, name: { startsWith: 'SwitchTimer' } },
          orderBy: { id: 'asc' },
        })
      )
        .map((e) => [e.name, (e.data as { timer: string }).timer])
        .filter(([, timer]) => timer === 'trial-asked')
    await at('2025-12-24')
    expect(await told()).toEqual([])
    await at('2025-12-27')
    await at('2025-12-28')
    expect(await told()).toEqual([['SwitchTimerOverdue', 'trial-asked']])
    await at('2025-12-30')
    expect((await told()).at(-1)).toEqual(['SwitchTimerEscalated', 'trial-asked'])
  }, 120_000)
})
