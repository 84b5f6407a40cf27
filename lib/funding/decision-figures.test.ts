import { describe, expect, it } from 'vitest'
import { type DecidedRequest, figuresOf } from './decision-figures-rules'

const request = (payerId: string, change: Partial<DecidedRequest> = {}): DecidedRequest => ({
  payerId,
  state: 'approved',
  askedOn: '2026-03-02',
  decidedOn: '2026-03-09',
  declineCode: null,
  overdue: false,
  urgent: false,
  reviewOverdue: false,
  deferred: false,
  ...change,
})
const declined = (code: string, count: number) =>
  Array.from({ length: count }, () => request('p', { state: 'declined', declineCode: code }))

describe('public figures of decisions', () => {
  it('the median counts working days', () => {
    const days = ['2026-03-03', '2026-03-04', '2026-03-09', '2026-03-16', '2026-03-30']
    const [figures] = figuresOf(
      days.map((decidedOn) => request('p', { decidedOn })),
      5,
      [],
    )
    expect(figures).toMatchObject({ requests: 5, decided: 5, medianDays: 5, declined: undefined, overdue: undefined })
  })
  it('a payer with fewer requests than the smallest group shows nothing', () => {
    const [figures] = figuresOf(
      Array.from({ length: 4 }, () => request('p', { urgent: true })),
      5,
      [],
    )
    expect(Object.values({ ...figures, payerId: undefined, declinesByCode: undefined })).toEqual(
      Array(10).fill(undefined),
    )
  })
  it.each([
    ['a single small code takes the next one with it', { capacity: 1, safety: 5, 'no-budget': 9 }, ['no-budget']],
    ['two small codes that are enough together stand alone', { capacity: 2, safety: 3, 'no-budget': 9 }, ['no-budget']],
    [
      'two small codes that are too few together take the next',
      { capacity: 1, safety: 1, 'no-budget': 9, other: 6 },
      ['no-budget'],
    ],
    ['large codes are all shown', { capacity: 5, safety: 6 }, ['capacity', 'safety']],
  ])('%s', (_, counts, shown) => {
    const all = Object.entries(counts).flatMap(([code, count]) => declined(code, count))
    const [figures] = figuresOf(all, 5, [])
    expect(
      Object.entries(figures!.declinesByCode)
        .flatMap(([code, n]) => (n === undefined ? [] : [code]))
        .sort(),
    ).toEqual(shown)
  })
})
