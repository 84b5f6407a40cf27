import { describe, expect, it } from 'vitest'
import { stateOfReview } from './award-review'
import { urgentFiguresOf } from './urgent-figures-rules'

const noon = new Date('2026-03-20T12:00:00Z')
const award = (payerId: string, awardedOn: string, dueOn = '2026-03-10', reviewedAt: Date | null = null) => ({
  payerId,
  awardedOn,
  dueOn,
  reviewedAt,
})
const today = '2026-03-11'

describe('D3: urgent awards are counted in public', () => {
  it('is overdue after its last day, unless it was reviewed, late or not', () => {
    expect(stateOfReview({ dueOn: today, reviewedAt: null }, today)).toBe('due')
    expect(stateOfReview({ dueOn: '2026-03-10', reviewedAt: null }, today)).toBe('overdue')
    expect(stateOfReview({ dueOn: '2026-03-10', reviewedAt: noon }, today)).toBe('done')
  })

  it('counts by payer and calendar year, the newest first', () => {
    const of2025 = Array.from({ length: 5 }, () => award('a', '2025-12-31', '2026-01-20', noon))
    const of2026 = Array.from({ length: 6 }, () => award('a', '2026-01-01'))
    expect(urgentFiguresOf([...of2025, ...of2026], 5, today)).toEqual([
      { payerId: 'a', year: 2026, awards: 6, overdue: 6 },
      { payerId: 'a', year: 2025, awards: 5, overdue: 0 },
    ])
  })

  it('shows no group that is smaller than the smallest, and no part of it', () => {
    const four = Array.from({ length: 4 }, () => award('a', '2026-01-01'))
    const six = Array.from({ length: 6 }, (_, i) => award('b', '2026-01-01', '2026-03-10', i < 2 ? null : noon))
    expect(urgentFiguresOf([...four, ...six], 5, today)).toEqual([
      { payerId: 'a', year: 2026, awards: undefined, overdue: undefined },
      { payerId: 'b', year: 2026, awards: 6, overdue: undefined },
    ])
  })
})
