import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LivingSlice } from '@/lib/funding/living-slice'
import type { InvoiceLine } from '../invoices/invoice'
import { exceptionsOf, type MatchFacts, spendingPlan } from './match-rules'

const line: InvoiceLine = {
  ...{ key: 'l/s', siteId: 's', practiceId: 'p', month: '2026-06-01', kind: 'fixed', name: 'Core' },
  ...{ price: 103_646n, quantity: 16n, outOf: 30, netPence: 55_278n, vatPercent: 20 },
}
const slice = (year: number, leftPence: bigint, id = `b${year}`): LivingSlice => ({
  ...{ fundingRequestId: 'f', budgetLineId: id, year, stream: 'GPIT', leftPence },
})
const facts = (given: Partial<MatchFacts> = {}): MatchFacts => ({
  ...{ expected: [line], submitted: [line], vatPence: 11_056n, tolerance: 0n, billed: new Set<string>() },
  ...{ slices: [slice(2026, 1_000_000n)], basis: 'net', accountConfirmed: true },
  ...given,
})
const codes = (given?: Partial<MatchFacts>) => exceptionsOf(facts(given)).map(({ code }) => code)
const own = (change: Partial<InvoiceLine>) => ({ submitted: [{ ...line, ...change }] })

describe('V2: the match', () => {
  it('has nothing to say where price, evidence and submission agree', () => expect(codes()).toEqual([]))
  it.each<[string, string[], Partial<MatchFacts>]>([
    ['N11: 1 p over', ['price'], own({ netPence: 55_279n })],
    ['1 p under, and its VAT', ['price', 'vat'], own({ netPence: 55_277n })],
    ['a day more', ['quantity'], own({ quantity: 17n })],
    ['a line left out', ['quantity', 'vat'], { submitted: [] }],
    ['a line of no price', ['price', 'quantity', 'vat'], own({ key: 'x' })],
    ['a month of no price', ['price', 'quantity'], own({ month: '2026-05-01' })],
    ['no evidence', ['not-live'], { expected: [{ ...line, quantity: 0n, netPence: 0n }] }],
    ['N12: another invoice has it', ['duplicate-period'], { billed: new Set(['l/s 2026-06-01']) }],
    ['M4: VAT rounded down', ['vat'], { vatPence: 11_055n }],
    ['M4: VAT without a number', ['vat'], { expected: [{ ...line, vatPercent: 0 }] }],
    ['no approved money', ['no-commitment-number'], { slices: undefined }],
    ['B4: 1 p too little committed', ['over-commitment'], { slices: [slice(2026, 55_277n)] }],
    ['money of another year', ['over-commitment'], { slices: [slice(2025, 1_000_000n)] }],
    [
      'M4: enough without VAT, on a budget with VAT',
      ['over-commitment'],
      { basis: 'gross', slices: [slice(2026, 66_333n)] },
    ],
    ['V4: account not confirmed', ['bank-details'], { accountConfirmed: false }],
  ])('%s: %s', (_, expected, given) => expect(codes(given)).toEqual(expected))
  it('a tolerance lets just so much pass', () => {
    expect(codes({ ...own({ netPence: 55_280n }), tolerance: 2n })).toEqual([])
    expect(codes({ ...own({ netPence: 55_281n }), tolerance: 2n })).toEqual(['price'])
  })
})

describe('B4: from which money', () => {
  it('spends the whole, never more than a slice holds, and only of the line’s own year', () =>
    fc.assert(
      fc.property(
        fc.array(fc.bigInt({ min: 0n, max: 5_000n }), { minLength: 1, maxLength: 4 }),
        fc.array(fc.bigInt({ min: 0n, max: 9_000n }), { minLength: 1, maxLength: 3 }),
        (lefts, nets) => {
          const slices = lefts.map((left, i) => slice(2026 + (i % 2), left, `b${i}`))
          const lines = nets.map((netPence, i) => ({ netPence, month: i % 2 === 0 ? '2026-06-01' : '2027-06-01' }))
          const plan = spendingPlan(slices, lines, 0n, 'net')
          const due = (year: number) =>
            lines.filter(({ month }) => month.startsWith(String(year))).reduce((sum, l) => sum + l.netPence, 0n)
          const held = (year: number) => slices.filter((s) => s.year === year).reduce((sum, s) => sum + s.leftPence, 0n)
          const enough = [2026, 2027].every((year) => due(year) <= held(year))
          expect(plan !== undefined).toBe(enough)
          if (!plan) return
          expect(plan.reduce((sum, part) => sum + part.pence, 0n)).toBe(due(2026) + due(2027))
          for (const part of plan)
            expect(part.pence <= slices.find((s) => s.budgetLineId === part.budgetLineId)!.leftPence).toBe(true)
        },
      ),
      { numRuns: 1_000 },
    ))
})
