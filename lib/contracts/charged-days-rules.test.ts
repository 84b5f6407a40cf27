import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { chargedDays, partMonthPence } from './charged-days-rules'

const contract = { startsOn: '2026-06-01', runsUntil: '2029-05-31' }
const site = (day: string | null, given: object = {}) => ({
  liveOn: day,
  practiceSaysOn: day,
  supplierSaysOn: day,
  ceasedOn: null,
  ...given,
})
const june = { from: '2026-06-01', to: '2026-06-30' }

describe('the days that may be charged', () => {
  it.each([
    ['nobody has said anything', site(null), 0],
    ['both say 15 June', site('2026-06-15'), 16],
    ['only the practice has', site('2026-06-15', { supplierSaysOn: null }), 0],
    ['only the supplier has', site('2026-06-15', { practiceSaysOn: null }), 0],
    ['the two differ', site('2026-06-15', { supplierSaysOn: '2026-06-16' }), 0],
    ['it was used before the contract began', site('2026-05-20'), 30],
    ['it ceased on the 20th', site('2026-06-15', { ceasedOn: '2026-06-20' }), 5],
    ['it ceased on the first day', site('2026-06-15', { ceasedOn: '2026-06-15' }), 0],
    ['it ceased before the span', site('2026-06-01', { ceasedOn: '2026-05-01' }), 0],
    ['it ceased after the span', site('2026-06-15', { ceasedOn: '2026-07-01' }), 16],
    ['it begins after the span', site('2026-07-01'), 0],
  ])('C4: %s', (_, used, days) => expect(chargedDays(used, contract, june)).toBe(days))

  it('C4: no day outside the contract', () => {
    expect(chargedDays(site('2026-06-15'), contract, { from: '2029-06-01', to: '2029-06-30' })).toBe(0)
    expect(chargedDays(site('2026-01-01'), contract, { from: '2026-05-01', to: '2026-05-31' })).toBe(0)
  })

  it('C5: whatever the day of the succession, predecessor and successor together are charged each day once', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }), (live, later) => {
        const [liveOn, on] = [addDays('2026-05-15', live), addDays('2026-05-15', live + later)]
        const before = chargedDays(site(liveOn, { ceasedOn: on }), contract, june)
        const after = chargedDays(site(on), contract, june)
        expect(before + after).toBe(chargedDays(site(liveOn), contract, june))
      }),
    )
  })

  it('W6, V1: 6,000 patients from 15 January 2027 to 31 March 2029: 34,548 and 26 whole months of 63,000', () => {
    const january = { from: '2027-01-01', to: '2027-01-31' }
    const term = { startsOn: '2027-01-01', runsUntil: '2029-03-31' }
    const first = partMonthPence(63_000n, chargedDays(site('2027-01-15'), term, january), 31)
    expect(first).toBe(34_548n)
    expect(first + 26n * 63_000n).toBe(1_672_548n)
  })

  it('W4: go-live on 15 June is 55,278 pence of the month; corrected to the 18th it is 44,913', () => {
    expect(partMonthPence(103_646n, chargedDays(site('2026-06-15'), contract, june), 30)).toBe(55_278n)
    expect(partMonthPence(103_646n, chargedDays(site('2026-06-18'), contract, june), 30)).toBe(44_913n)
  })
})
