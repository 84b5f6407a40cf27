import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { FrameworkView } from '@/lib/catalogue/frameworks/framework'
import { routeObstacle } from '@/lib/catalogue/frameworks/framework-rules'
import { defaultRoutes, routeKinds } from '@/lib/catalogue/frameworks/route'
import type { Price } from '@/lib/catalogue/prices/price'
import { applyMechanism } from './mechanism-rules'
import { needsProblems } from './needs-rules'
import type { AwardReason, EntryReason } from './project'
import { onBasis, orderValue, reasonsFor, withoutReason } from './project-rules'
import { decideProjectForm } from './project-schema'

const routes = defaultRoutes({
  directAwardCap: 4_000_000n,
  competitionCap: 25_000_000n,
  leastPriceWeight: 30,
  greatestPriceWeight: 90,
})
const price = (given: Partial<Price>): Price => ({
  id: 'p',
  basis: 'patient',
  mode: 'Volume',
  period: 'year',
  per: 'practice',
  unit: 'patient',
  unitPlural: 'patients',
  definition: null,
  tiers: [{ from: 1n, unitPrice: 126_000n }],
  validFrom: '2026-01-01',
  ...given,
})
const once = (unitPrice: bigint) =>
  price({ id: 'o', basis: 'declarative', period: 'none', tiers: [{ from: 1n, unitPrice }] })
const direct = (wholeLifePence: bigint) => routeObstacle(routes['direct-award'], { wholeLifePence, capabilityIds: [] })

describe('A6: what a direct award may cost', () => {
  it('W3: 9,871 patients at £1.26 over 36 months may be awarded directly, over 48 not', () => {
    const [three, four] = [36, 48].map((months) => orderValue([price({})], 9_871, months)!.totalPence)
    expect([three, four]).toEqual([3_731_238n, 4_974_984n])
    expect([direct(three!), direct(four!)?.code]).toEqual([undefined, 'over-cap'])
  })
  it('W5: 26,150 patients with £9,000 of migration over 36 months may not', () => {
    const value = orderValue([price({}), once(900_000_000n)], 26_150, 36)!
    expect(value.totalPence).toBe(10_784_700n)
    expect(direct(value.totalPence)?.code).toBe('over-cap')
    expect(routeObstacle(routes.competition, { wholeLifePence: value.totalPence, capabilityIds: [] })).toBeUndefined()
  })
  it('on the basis that is set: with VAT the same sum may be above the cap', () => {
    expect([onBasis(3_731_238n, 'net', 20), onBasis(3_731_238n, 'gross', 20)]).toEqual([3_731_238n, 4_477_486n])
    expect(direct(onBasis(3_731_238n, 'gross', 20))?.code).toBe('over-cap')
  })
})

describe('COM-1: what is needed', () => {
  const framework: FrameworkView = {
    id: 'TIF001',
    name: 'A framework',
    shortName: 'A',
    opensOn: null,
    expiresOn: '2026-12-31',
    expired: false,
    maximumTermMonths: 24,
    isLive: true,
    routes: routeKinds.map((kind) => routes[kind]),
  }
  const bounds = { today: '2026-03-02', longestTerm: 36, framework }
  const needs = {
    startsOn: '2026-04-01',
    termMonths: 24,
    goLiveOn: '2026-04-15',
    frameworkId: 'TIF001',
    route: 'competition' as const,
  }
  const wrong = (change: object, bound: object = {}) =>
    Object.keys(needsProblems({ ...needs, ...change }, { ...bounds, ...bound }))
  it.each([
    ['all of it', {}, {}, []],
    ['a start today', { startsOn: '2026-03-02', goLiveOn: '2026-03-02' }, {}, ['startsOn']],
    ['C2: a start after the framework ends', { startsOn: '2027-01-01', goLiveOn: '2027-01-01' }, {}, ['startsOn']],
    ['C2: a term above the framework’s', { termMonths: 25 }, {}, ['termMonths']],
    ['a term above the authority’s', {}, { longestTerm: 12 }, ['termMonths']],
    ['a go-live before the start', { goLiveOn: '2026-03-31' }, {}, ['goLiveOn']],
    ['a go-live after the end', { goLiveOn: '2028-04-01' }, {}, ['goLiveOn']],
    ['FRM-1: a framework that is over', {}, { framework: { ...framework, isLive: false } }, ['frameworkId']],
    ['a framework that there is not', {}, { framework: undefined }, ['frameworkId']],
    ['a route that it has not', {}, { framework: { ...framework, routes: [] } }, ['route']],
  ] as const)('%s', (_, change, bound, fields) => expect(wrong(change, bound)).toEqual(fields))
})

describe('D3: the mechanism of a direct award', () => {
  const entry = (id: string, termPence: bigint | null) => ({ id, moduleName: id, termPence })
  const [a, b, c] = [entry('a', 100n), entry('b', 90n), entry('c', null)]
  const reason = (code: EntryReason['code']): EntryReason => ({ code, text: 'said' })
  const apply = (kind: AwardReason, winner: typeof a, reasons: Record<string, EntryReason>) =>
    applyMechanism(kind, [a, b, c], winner, reasons, '2026-03-16')
  it('the lowest price of those that meet the need wins, and what was weighed is kept', () => {
    expect(apply('best-by-mechanism', b, { a: reason('price'), c: reason('capability') })).toEqual({
      kind: 'best-by-mechanism',
      words: expect.stringContaining('lowest price'),
      input: [
        { entryId: 'a', termPence: '100' },
        { entryId: 'b', termPence: '90' },
      ],
      best: ['b'],
      reviewBy: null,
    })
    expect(apply('best-by-mechanism', a, { b: reason('price'), c: reason('capability') })).toEqual({
      because: 'b costs less over the term, and is not left out for the need',
    })
    expect(apply('best-by-mechanism', a, { b: reason('support'), c: reason('other') })).toMatchObject({ best: ['a'] })
    expect(apply('best-by-mechanism', c, { a: reason('price'), b: reason('price') })).toHaveProperty('because')
  })
  it('only one meets: nobody is left out for its price or for another reason', () => {
    const [lacks, dear] = [reason('capability'), reason('price')]
    expect(apply('only-one-meets', a, { b: lacks, c: lacks })).toMatchObject({ kind: 'only-one-meets', best: ['a'] })
    expect(apply('only-one-meets', a, { b: lacks, c: dear })).toEqual({ because: expect.stringContaining('c is not') })
  })
  it('an urgent award has a day for its review, no other has', () => {
    const reasons = { b: reason('timetable'), c: reason('timetable') }
    expect(apply('urgent', a, reasons)).toMatchObject({ reviewBy: '2026-03-16' })
    expect(apply('continuity', a, reasons)).toMatchObject({ reviewBy: null, input: { length: 3 } })
  })
  it('whoever is best by price is never dearer than one that took part', () => {
    const prices = fc.array(fc.bigInt({ min: 0n, max: 20n }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(prices, fc.nat(5), (sums, at) => {
        const entries = sums.map((sum, i) => entry(String(i), sum))
        const winner = entries[at % entries.length]!
        const made = applyMechanism('best-by-mechanism', entries, winner, {}, null)
        expect('because' in made).toBe(sums.some((sum) => sum < winner.termPence!))
      }),
    )
  })
})

describe('A8: a reason for every one that goes no further', () => {
  const entries = ['a', 'b', 'c'].map((id) => ({
    id,
    leftOut: id === 'c' ? { code: 'price' as const, text: 'dear' } : null,
  }))
  it('the shortlist’s own reason counts, and a new one before it', () => {
    const given = { b: { code: 'support' as const, text: 'new' } }
    expect(withoutReason(entries, ['a'], {}).map((e) => e.id)).toEqual(['b'])
    expect(withoutReason(entries, ['a'], given)).toEqual([])
    expect(reasonsFor(entries, ['a'], given)).toEqual({ b: given.b, c: entries[2]!.leftOut })
  })
  it('a form without words or without a kind is told beside its field', () => {
    const id = '11111111-1111-4111-8111-111111111111'
    const form = { id, version: '1', winnerId: id, reasonCode: 'urgent', reason: 'x'.repeat(30) }
    const read = decideProjectForm.safeParse({ ...form, [`exclusion-${id}`]: 'short', [`code-${id}`]: '' })
    expect(read.error?.issues.map((issue) => issue.path)).toEqual([[`code-${id}`], [`exclusion-${id}`]])
    expect(decideProjectForm.safeParse({ ...form, [`exclusion-${id}`]: '', [`code-${id}`]: '' }).success).toBe(true)
  })
})

describe('several practices', () => {
  const price = (unitPrice: bigint, given: Partial<Price> = {}): Price => ({
    id: 'p',
    basis: 'patient',
    mode: 'SingleFixed',
    period: 'year',
    per: 'practice',
    unit: 'patient',
    unitPlural: 'patients',
    definition: null,
    tiers: [{ from: 1n, unitPrice }],
    validFrom: '2026-01-01',
    ...given,
  })
  it('W5: all lists count, a price for each practice as often as there are practices, one for the order once', () => {
    const once = { basis: 'declarative', period: 'none' } as const
    const prices = [price(126_000n, { mode: 'Volume' }), price(300_000_000n, once)]
    expect(orderValue(prices, [9_871, 6_000, 10_279], 36)).toMatchObject({
      oneOffPence: 900_000n,
      totalPence: 10_784_700n,
    })
    const forOrder = [price(126_000n, { mode: 'Volume' }), price(300_000_000n, { ...once, per: 'order' })]
    expect(orderValue(forOrder, [9_871, 6_000, 10_279], 36)!.oneOffPence).toBe(300_000n)
  })
})
