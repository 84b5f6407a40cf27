import { describe, expect, it } from 'vitest'
import { completeFacts, holidays } from '@/lib/testing/complete-switch-facts'
import { calendarOf } from '../timers/calendar-rules'
import type { CapacityWeek } from './capacity'
import { earliestGoLive } from './earliest-rules'

const week = (day: string, change: Partial<CapacityWeek> = {}): CapacityWeek => {
  return { id: day, organisationId: 'g', kind: 'final-load', week: day, slots: 1, taken: 0, blackout: false, ...change }
}
const at = (change: Partial<Parameters<typeof earliestGoLive>[0]>) =>
  earliestGoLive({
    state: 'draft',
    today: '2025-12-03',
    leaving: completeFacts.leaving,
    weeks: [week('2026-01-05')],
    reserved: [],
    calendar: calendarOf(holidays),
    ...change,
  })

describe('the earliest go-live (CC-03)', () => {
  it('is what the way still needs: 60 working days from a draft', () => expect(at({})).toBe('2026-03-02'))

  it('is the first week with a free final load; full weeks and blackouts are none (CC-02)', () => {
    const weeks = [week('2026-03-02', { taken: 1 }), week('2026-03-09', { blackout: true }), week('2026-03-16')]
    expect(at({ weeks })).toBe('2026-03-16')
    expect(at({ weeks: weeks.slice(0, 2) })).toBeUndefined()
    expect(at({ weeks, reserved: [{ kind: 'final-load', week: '2026-03-02' }] })).toBe('2026-03-02')
  })

  it('waits for the notice that is not given yet', () => {
    const early = { ...completeFacts.leaving!, runsUntil: '2026-06-30', noticeDays: 120 }
    expect(at({ leaving: early })).toBe('2026-04-02')
    expect(at({ leaving: { ...early, noticeGivenOn: '2025-12-01' } })).toBe('2026-03-02')
  })
})
