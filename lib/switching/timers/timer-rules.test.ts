import { describe, expect, it } from 'vitest'
import { completeFacts, holidays, withFact } from '@/lib/testing/complete-switch-facts'
import type { FullFacts } from '../switch-facts'
import { calendarOf, shiftWorkingDays } from './calendar-rules'
import { londonInstant } from './london-time-rules'
import { timersOf } from './timer-rules'

const calendar = calendarOf(holidays)
const T = '2026-03-02'
const at = (change: Partial<FullFacts>, kind: string) =>
  timersOf({ ...completeFacts, ...change }).find((timer) => timer.kind === kind)

describe('the calendar of England (TM-02)', () => {
  it.each([
    [-80, '2025-11-05'],
    [-60, '2025-12-03'],
    [-50, '2025-12-17'],
    [-45, '2025-12-24'],
    [5, '2026-03-09'],
    [20, '2026-03-30'],
    [25, '2026-04-08'],
  ])('T%i working days is %s', (count, day) => expect(shiftWorkingDays(calendar, T, count)).toBe(day))

  it('a year that is not in the table is not known', () => {
    expect(shiftWorkingDays(calendar, '2026-12-30', 2)).toBeUndefined()
    expect(shiftWorkingDays(calendar, '2025-01-03', -5)).toBeUndefined()
  })
})

describe('the timers of a switch (TM-01)', () => {
  it('the oracle: meeting, form, proofs and the end of the old system', () => {
    const live = { state: 'live' as const, wentLiveOn: T, runs: [] }
    expect(at({}, 'order')?.dueOn).toBe('2025-12-03')
    expect(at({}, 'safety')?.dueOn).toBe('2025-12-17')
    expect(at({}, 'trial-asked')?.dueOn).toBe('2025-12-24')
    expect(at({}, 'meeting')?.dueOn).toBe('2026-01-30')
    expect(at({}, 'pcse')?.dueOn).toBe('2026-02-13')
    expect(at({}, 'links-off')?.dueOn).toBe('2026-02-26')
    expect(at({}, 'cutover')?.dueOn).toBe(T)
    expect(at(live, 're-entry')?.dueOn).toBe('2026-03-09')
    expect(at(live, 'proof-20')?.dueOn).toBe('2026-03-30')
    expect(at(live, 'legacy')?.dueOn).toBe('2026-05-31')
  })

  it('warns, is overdue, is passed on after 2 and 5 working days (TM-03), and is met', () => {
    const draft = { state: 'draft' as const }
    const on = (today: string) => at({ ...draft, today }, 'order')
    expect(on('2025-11-04')).toMatchObject({ state: 'running', warned: 0 })
    expect(on('2025-11-05')).toMatchObject({ state: 'warned', warned: 1 })
    expect(on('2025-12-03')).toMatchObject({ state: 'warned' })
    expect(on('2025-12-04')).toMatchObject({ state: 'overdue', escalated: 1 })
    expect(on('2025-12-05')).toMatchObject({ state: 'overdue', escalated: 2 })
    expect(on('2025-12-09')).toMatchObject({ escalated: 2 })
    expect(on('2025-12-10')).toMatchObject({ escalated: 3 })
    expect(at({ today: '2025-12-10' }, 'order')?.state).toBe('met')
  })

  it('stands still on hold and after an end', () => {
    const held = { state: 'on-hold' as const, stateBefore: 'case' as const, today: '2025-12-20' }
    expect(at(held, 'order')?.state).toBe('stopped')
    expect(at({ state: 'cancelled', today: '2025-12-20' }, 'order')?.state).toBe('stopped')
  })

  it('warns of the end of the old system 30, 14, 7 and 1 days before', () => {
    const warned = (today: string) => at({ state: 'legacy-read-only', wentLiveOn: T, today }, 'legacy')?.warned
    expect(['2026-04-30', '2026-05-01', '2026-05-17', '2026-05-24', '2026-05-30'].map(warned)).toEqual([0, 1, 2, 3, 4])
  })

  it('a flag is due after three months, and no anchor is no timer', () => {
    const flagged = withFact(withFact(completeFacts, 'oldest-flag', { flaggedOn: '2025-11-30' }), 'registrations')
    expect(timersOf(flagged).find((t) => t.kind === 'fp69')).toMatchObject({ dueOn: '2026-02-28', state: 'running' })
    expect(timersOf(withFact(completeFacts, 'dates')).map((t) => t.kind)).toEqual([])
  })
})

describe('a time of day in London', () => {
  it('is an hour earlier in summer', () => {
    expect(londonInstant('2026-03-01', '15:00').toISOString()).toBe('2026-03-01T15:00:00.000Z')
    expect(londonInstant('2026-06-07', '15:00').toISOString()).toBe('2026-06-07T14:00:00.000Z')
    expect(londonInstant('2026-03-29', '15:00').toISOString()).toBe('2026-03-29T14:00:00.000Z')
    expect(londonInstant('2026-10-25', '15:00').toISOString()).toBe('2026-10-25T15:00:00.000Z')
  })
})
