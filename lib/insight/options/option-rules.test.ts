import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Offer } from './option'
import { type OptionFacts, optionsOf } from './option-rules'

const offer = (name: string, yearly: bigint, once = 0n): Offer => ({
  moduleId: name,
  name,
  supplier: `Supplier of ${name}`,
  publishedOn: '2026-02-01',
  yearlyPence: yearly,
  oncePence: once,
  termPence: 3n * yearly + once,
  missing: [],
})
const facts = (given: Partial<OptionFacts> = {}): OptionFacts => ({
  contract: { moduleName: 'Meridian Practice', yearlyPence: 1_260_000n, endsOn: '2026-09-30' },
  present: offer('Meridian Practice', 1_300_000n, 50_000n),
  range: { kind: 'range', low: 1_200_000n, high: 1_400_000n, practices: 9 },
  others: [offer('Dear', 900_000n, 2_000_000n), offer('Fair', 1_000_000n, 200_000n)],
  termMonths: 36,
  ...given,
})
const of = (key: string, given?: Partial<OptionFacts>) => optionsOf(facts(given)).find((o) => o.key === key)!

describe('H2: stay, renegotiate and move are always costed', () => {
  it('staying costs the list price of today, without what was paid once', () => {
    expect(of('stay').cost).toEqual({
      yearlyPence: 1_300_000n,
      oncePence: 0n,
      termPence: 3_900_000n,
      differencePence: 40_000n,
    })
    expect(of('stay').basis).toContain('published on 1 February 2026')
  })

  it('without a list price the contract in force is shown as that, never as an offer', () => {
    const stay = of('stay', { present: undefined })
    expect(stay.cost?.yearlyPence).toBe(1_260_000n)
    expect(stay.basis).toContain('It is no offer')
    expect(stay.offer).toBeUndefined()
  })

  it.each([
    ['the quarter of practices that pays least', {}, 1_200_000n, 'practices like yours'],
    ['the list price, where it is lower', { present: offer('M', 1_100_000n) }, 1_100_000n, 'list price of today'],
    ['the present price, where too few are alike', { range: { kind: 'too-few' } as const }, 1_260_000n, 'No more than'],
    ['the present price, where the list is not known', { range: undefined, present: undefined }, 1_260_000n, 'No more'],
  ])('renegotiating aims at %s', (_, given, pence, words) => {
    expect(of('renegotiate', given).cost?.yearlyPence).toBe(pence)
    expect(of('renegotiate', given).basis).toContain(words)
  })

  it('moving costs the lowest over the whole term, what is paid once included', () => {
    expect(of('move').offer?.name).toBe('Fair')
    expect(of('move').cost).toMatchObject({ yearlyPence: 1_000_000n, oncePence: 200_000n, termPence: 3_200_000n })
  })

  it('what it does not do is named', () => {
    const part = { ...offer('Part', 1n), missing: ['Document Management', 'Task Management'] }
    expect(of('move', { others: [part] }).basis).toContain(
      'Document Management, Task Management would have to be bought',
    )
    expect(of('move').basis).not.toContain('would have to be bought')
  })

  it('where nothing can be moved to it says so', () => {
    expect(of('move', { others: [] })).toMatchObject({ cost: undefined })
    expect(of('move', { others: [] }).basis).toContain('No conformant module')
  })

  it('renegotiating never aims above what is paid or asked today, and a term of a year sums to the year', () =>
    fc.assert(
      fc.property(fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 10n ** 9n), fc.bigInt(0n, 10n ** 9n), (paid, list, low) => {
        const options = optionsOf(
          facts({
            contract: { moduleName: 'M', yearlyPence: paid, endsOn: '2026-09-30' },
            present: offer('M', list),
            range: { kind: 'range', low, high: low, practices: 5 },
            termMonths: 12,
          }),
        )
        const [stay, renegotiate] = [options[0]!.cost!, options[1]!.cost!]
        expect([paid, list, low].every((sum) => renegotiate.yearlyPence <= sum)).toBe(true)
        expect(stay.termPence).toBe(list)
        expect(stay.differencePence).toBe(list - paid)
      }),
    ))
})
