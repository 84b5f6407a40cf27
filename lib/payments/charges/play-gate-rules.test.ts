import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '@/lib/platform/days'
import { linesOfMonth } from './month-charge-rules'
import { type PlayGate, playedDays } from './play-gate-rules'

const june = Array.from({ length: 30 }, (_, i) => addDays('2026-06-01', i))
const gate = (windowDays: number, ...days: Day[]): PlayGate => ({
  windowDays,
  played: days.map((day) => ({ siteId: 's', day })),
})
const aDay = fc.integer({ min: -40, max: 40 }).map((n) => addDays('2026-06-01', n))

describe('G6: with a play gate a fixed day counts only after recorded use', () => {
  it.each<[string, PlayGate, number]>([
    ['nothing recorded: no day', gate(30), 0],
    ['a record of the day alone', gate(1, '2026-06-10'), 1],
    ['a window of seven days begins on the day of the record', gate(7, '2026-06-10'), 7],
    ['a record before the month reaches into it', gate(7, '2026-05-28'), 3],
    ['the last day of the window counts, the next one does not', gate(7, '2026-05-26'), 1],
    ['a day too old', gate(7, '2026-05-25'), 0],
    ['a record never counts for days before it', gate(30, '2026-06-30'), 1],
    ['two windows that overlap count each day once', gate(7, '2026-06-10', '2026-06-12'), 9],
  ])('%s', (_, of, days) => expect(playedDays(june, of, 's')).toBe(days))

  it('use of another site opens nothing', () => expect(playedDays(june, gate(30, '2026-06-01'), 'other')).toBe(0))

  it('more records or a longer window never take a day away, and no day counts that was not charged', () =>
    fc.assert(
      fc.property(
        fc.array(aDay),
        fc.array(aDay),
        fc.integer({ min: 1, max: 60 }),
        fc.nat({ max: 30 }),
        fc.subarray(june),
        (some, more, windowDays, longer, days) => {
          const count = playedDays(days, gate(windowDays, ...some), 's')
          expect(count).toBeLessThanOrEqual(days.length)
          expect(playedDays(days, gate(windowDays, ...some, ...more), 's')).toBeGreaterThanOrEqual(count)
          expect(playedDays(days, gate(windowDays + longer, ...some), 's')).toBeGreaterThanOrEqual(count)
          expect(playedDays(days, gate(windowDays, ...days), 's')).toBe(days.length)
        },
      ),
      { numRuns: 1_000 },
    ))

  const site = { id: 's', liveOn: '2026-06-11', practiceSaysOn: '2026-06-11', supplierSaysOn: '2026-06-11' }
  const part = { key: 'l/s', siteId: 's', practiceId: 'p', name: 'Core' }
  const lines = (playGate?: PlayGate) =>
    linesOfMonth(
      {
        contract: { startsOn: '2026-06-01', runsUntil: '2029-05-31' },
        parts: [
          { ...part, kind: 'fixed', yearlyPence: 360_000n },
          { ...part, key: 'o/s', kind: 'once', pence: 5_000n },
        ],
        sites: [{ ...site, ceasedOn: null }],
        usage: [],
        playGate,
      },
      '2026-06-01',
      20,
    ).map(({ quantity, netPence }) => [quantity, netPence])

  it('off, every day of use is charged; on, those played; a single sum is charged either way', () => {
    expect(lines()).toEqual([
      [20n, 20_000n],
      [1n, 5_000n],
    ])
    expect(lines(gate(10, '2026-06-05', '2026-06-25'))).toEqual([
      [10n, 10_000n],
      [1n, 5_000n],
    ])
    expect(lines(gate(10))).toEqual([
      [0n, 0n],
      [1n, 5_000n],
    ])
  })
})
