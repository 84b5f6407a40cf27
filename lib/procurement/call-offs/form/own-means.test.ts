import { describe, expect, it } from 'vitest'
import type { CallOff } from '../call-off'
import { slicesOf } from './funding-section'
import type { OrderFacts } from './order-section'
import { ownMeansProblem, ownMeansWords } from './own-means-rules'

const years = [
  { year: 2026, pence: 1_000n },
  { year: 2027, pence: 500n },
]
const own = { practiceId: 'own' }
const order = { ...own, sites: [own], totalPence: 1_500n, optionPence: 100n } as unknown as CallOff
const facts = (given: Partial<OrderFacts['ownMeans']> = {}) => ({
  askerId: 'asker',
  ownMeans: {
    years: [
      { year: 2026, leftPence: 1_000n },
      { year: 2027, leftPence: 9_000n },
    ],
    approvers: [
      { personId: 'asker', limitPence: 9_999n },
      { personId: 'second', limitPence: 1_600n },
    ],
    ...given,
  },
})

describe('T9: whether a practice can pay an order itself', () => {
  it('it can, with money for each year and another person who may approve the whole life', () =>
    expect(ownMeansProblem(order, years, facts())).toBeUndefined())

  it.each([
    ['pays for itself only', { ...order, sites: [own, { practiceId: 'other' }] } as unknown as CallOff, facts()],
    ['that orders for itself', { ...order, sites: [{ practiceId: 'other' }] } as unknown as CallOff, facts()],
    ['no LOCAL budget for', order, facts({ years: [{ year: 2026, leftPence: 1_000n }] })],
    ['has £9.99 left: this needs £10.00', order, facts({ years: [{ year: 2026, leftPence: 999n }] })],
    ['another person than who asks', order, facts({ approvers: [{ personId: 'asker', limitPence: 9_999n }] })],
    ['may approve £16.00', order, facts({ approvers: [{ personId: 'second', limitPence: 1_599n }] })],
  ])('else it says why: %s', (words, of, known) => expect(ownMeansProblem(of, years, known)).toContain(words))

  it('names what is left for the years of the order', () =>
    expect(ownMeansWords(years, facts())).toBe('2026/27 £10.00, 2027/28 £90.00'))

  it('B5: all of it is LOCAL money, year by year', () => {
    const price = { basis: 'declarative', mode: 'Volume', period: 'year', tiers: [{ from: '1', unitPrice: '12000' }] }
    const line = { id: 'm0', list: price, agreed: price, quantity: 100, per: 'practice' }
    const of = { practiceId: 'a', payerId: 'a', lines: [line], termMonths: 12, startsOn: '2027-01-01', form: {} }
    const slices = slicesOf({ ...of, sites: [{ practiceId: 'a', listSize: 1 }] } as unknown as CallOff)
    expect(slices).toEqual([
      { year: 2026, stream: 'LOCAL', pence: 300n },
      { year: 2027, stream: 'LOCAL', pence: 900n },
    ])
  })
})
