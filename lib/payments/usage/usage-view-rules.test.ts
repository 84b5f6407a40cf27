import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { barsOf, daysOf, metersOf, type UsageRow, usageCells } from './usage-view-rules'

const row = fc.record<UsageRow>({
  day: fc.constantFrom('2026-06-01', '2026-06-02', '2026-06-30'),
  practice: fc.constantFrom('A81001', 'A81002'),
  meter: fc.constantFrom('message', 'letter'),
  matched: fc.boolean(),
  calls: fc.bigInt({ min: 0n, max: 10n ** 12n }),
  records: fc.integer({ min: 1, max: 1_000 }),
})
const sum = (calls: bigint[]) => calls.reduce((a, b) => a + b, 0n)

describe('recorded use as it is shown', () => {
  it('G4: every call is shown once, by day, by bar and by meter, and none that is unmatched counts', () =>
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const [counted, unpriced] = [true, false].map((matched) =>
          sum(rows.filter((one) => one.matched === matched).map(({ calls }) => calls)),
        )
        const days = daysOf(rows)
        for (const shown of [days, barsOf(days), metersOf(days)]) {
          expect(sum(shown.map((one) => one.counted))).toBe(counted)
          expect(sum(shown.map((one) => one.unpriced))).toBe(unpriced)
        }
        expect(days.map(({ day, meter }) => `${day} ${meter}`)).toEqual(
          [...new Set(rows.map(({ day, meter }) => `${day} ${meter}`))].toSorted(),
        )
      }),
      { numRuns: 1_000 },
    ))

  it('G4: a spreadsheet says of an unmatched row that it is never charged', () =>
    expect(
      usageCells({ day: '2026-06-01', practice: 'A81001', meter: 'message', matched: false, calls: 5n, records: 1 }),
    ).toEqual(['2026-06-01', 'A81001', 'message', '5', 1, 'never: not in use there that day']))
})
