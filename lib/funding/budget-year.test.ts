import { describe, expect, it } from 'vitest'
import { budgetYear, type FundsEntry } from './budget-year-rules'

const line = { year: 2026, allocatedPence: 1_000n }
const entry = (on: string, kind: FundsEntry['kind'], pence: bigint, requestId = 'a'): FundsEntry => ({
  on,
  kind,
  requestId,
  pence,
})
const months = (entries: FundsEntry[], today: string, changes: Parameters<typeof budgetYear>[2] = []) =>
  budgetYear(line, entries, changes, today).map((p) => [p.month, p.reservedPence, p.committedPence, p.spentPence])

describe('P7: a budget through the year', () => {
  it('is replayed month by month up to today', () => {
    const entries = [
      entry('2026-04-10', 'reserved', 300n),
      entry('2026-05-31', 'committed', 300n),
      entry('2026-06-01', 'spent', 100n),
      entry('2026-06-02', 'reserved', 50n, 'b'),
      entry('2026-07-03', 'released', 50n, 'b'),
      entry('2026-07-04', 'released', 200n),
    ]
    expect(months(entries, '2026-07-15')).toEqual([
      ['2026-04', 300n, 0n, 0n],
      ['2026-05', 0n, 300n, 0n],
      ['2026-06', 50n, 200n, 100n],
      ['2026-07', 0n, 0n, 100n],
    ])
  })

  it('shows what fell before the year, and what came after it', () => {
    const entries = [
      entry('2026-03-31', 'reserved', 300n),
      entry('2026-04-01', 'committed', 300n),
      entry('2027-04-02', 'rolled-out', 300n),
    ]
    const shown = months(entries, '2027-05-01')
    expect(shown[0]).toEqual(['before', 300n, 0n, 0n])
    expect(shown[1]).toEqual(['2026-04', 0n, 300n, 0n])
    expect(shown).toHaveLength(14)
    expect(shown.at(-1)).toEqual(['after', 0n, 0n, 0n])
  })

  it('of a year that has not begun knows only what is reserved for it', () => {
    expect(months([entry('2026-01-05', 'reserved', 20n), entry('2026-01-06', 'rolled-in', 5n)], '2026-02-01')).toEqual([
      ['before', 20n, 5n, 0n],
    ])
    expect(months([], '2026-02-01')).toEqual([['before', 0n, 0n, 0n]])
  })

  it('goes back from today’s allocation by its changes', () => {
    const changes = [
      { on: '2026-04-02', fromPence: 0n, toPence: 400n },
      { on: '2026-06-30', fromPence: 400n, toPence: 1_000n },
    ]
    expect(budgetYear(line, [], changes, '2026-07-01').map((p) => p.allocatedPence)).toEqual([
      400n,
      400n,
      1_000n,
      1_000n,
    ])
  })
})
