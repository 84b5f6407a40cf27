import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { facetsOf } from '../facet-rules'
import { emptyFilter, facetNames, type ModuleFilter, sorts } from '../module-filter'
import { withValue } from '../module-filter-rules'
import { countOnShelf, pageOnShelf } from './find-on-shelf'
import type { ListedModule } from './listed-module'
import { cardOf, shelve } from './shelf'

const today = '2026-03-02'
const some = (values: string[]) => fc.subarray(values)
const capabilities = ['C1', 'C5', 'C13']
const standing = fc.option(
  fc.record({
    kind: fc.constantFrom('conformant', 'conformant-until', 'work-off', 'not-conformant', 'suspended', 'not-assessed'),
    words: fc.constant('words'),
    because: fc.constant(null),
    asOf: fc.constant('2026-01-01'),
    until: fc.constantFrom(null, '2026-03-01', '2026-03-02', '2026-04-01'),
  }),
)
const price = fc.option(
  fc.record({ unitPrice: fc.bigInt({ min: 0n, max: 9n }), basis: fc.constantFrom('patient', 'on-demand') }),
)
const modules: fc.Arbitrary<ListedModule[]> = fc
  .array(
    fc.record({
      nameKey: fc.constantFrom('a', 'b', 'c'),
      isListed: fc.boolean(),
      kind: fc.constantFrom('foundation', 'module'),
      supplierSlug: fc.constantFrom('one', 'two'),
      capabilityIds: some(capabilities),
      epicIds: some(['E1@C1', 'E1@C5', 'E2@C5']),
      integrationIds: some(['im1.bulk', 'im1.patient']),
      frameworkIds: some(['F1', 'F2']),
      applicationTypes: some(['browser', 'mobile']),
      hostings: some(['hybrid', 'public-cloud']),
      publishedOn: fc.constantFrom('2025-01-01', '2025-06-01'),
      metCapabilityIds: some(capabilities),
      failedCapabilityIds: some(capabilities),
      standing,
      price,
    }),
    { maxLength: 45 },
  )
  .map((rows) => rows.map((row, i) => listed(row, i)))
function listed({ price, ...row }: { price: { unitPrice: bigint; basis: string } | null } & object, i: number) {
  const tiers = price ? [{ from: 1n, unitPrice: price.unitPrice }] : []
  const whole = price && { basis: price.basis, mode: 'Volume', period: 'year', tiers, validFrom: '2025-01-01' }
  return { id: `m${String(i).padStart(2, '0')}`, headlines: whole ? [whole] : [], ...row } as unknown as ListedModule
}
const filters: fc.Arbitrary<ModuleFilter> = fc
  .record({
    cap: some(capabilities),
    epic: some(['E1@C5']),
    int: some(['im1.bulk']),
    fw: some(['F1', 'F2']),
    lot: some(['1']),
    app: some(['browser', 'mobile']),
    host: some(['hybrid', 'public-cloud']),
    standing: some(['conformant', 'not-assessed']),
    supplier: some(['one', 'two']),
    kind: some(['module']),
    proven: fc.boolean(),
    sort: fc.option(fc.constantFrom(...sorts)),
    n: fc.option(fc.constantFrom(1, 9_800)),
  })
  .map((over) => ({ ...emptyFilter, ...over }))
const runs = { numRuns: 1_000 }

describe('the shelf', () => {
  it('facet-count-equals-click: the count beside a value is the number of results after choosing it (CAT-3)', () =>
    fc.assert(
      fc.property(modules, filters, (all, filter) => {
        const shelf = shelve(all, today)
        const { total, counts } = countOnShelf(shelf, filter, undefined)
        const facets = facetsOf(counts, {}, filter, total)
        for (const name of facetNames)
          for (const { value, count } of facets[name])
            expect(countOnShelf(shelf, withValue(filter, name, value), undefined).total).toBe(count)
      }),
      runs,
    ))

  it('pages-partition-results: every result stands on one page, in every order (CAT-6)', () =>
    fc.assert(
      fc.property(modules, filters, fc.integer({ min: 1, max: 9 }), (all, filter, size) => {
        const shelf = shelve(all, today)
        const { total } = countOnShelf(shelf, filter, undefined)
        const page = (n: number, of = size) => pageOnShelf(shelf, { ...filter, page: n, size: of } as never, undefined)
        const pages = Array.from({ length: Math.ceil(total / size) }, (_, i) => page(i + 1))
        expect(pages.flat()).toEqual(page(1, 1_000))
        expect([new Set(pages.flat()).size, pages.flat().length]).toEqual([total, total])
        expect(page(pages.length + 1)).toEqual([])
      }),
      runs,
    ))

  it('never-green-without-finding: what was not assessed, or no longer is, is neither conformant nor proven (CAT-2)', () =>
    fc.assert(
      fc.property(modules, (all) => {
        const shelf = shelve(all, today)
        for (const module of all) {
          const isKnown = module.standing && (module.standing.until === null || module.standing.until >= today)
          if (!isKnown) {
            expect(cardOf(module, false, today).standing).toMatchObject({ kind: 'not-assessed', words: 'Not assessed' })
            expect(cardOf(module, true, today).capabilityIds).toEqual([])
          }
          expect(cardOf(module, true, today).capabilityIds.filter((c) => !module.metCapabilityIds.includes(c))).toEqual(
            [],
          )
          expect(
            cardOf(module, false, today).capabilityIds.filter((c) => module.failedCapabilityIds.includes(c)),
          ).toEqual([])
        }
        const green = pageOnShelf(shelf, { ...emptyFilter, standing: ['conformant'], size: 1_000 } as never, undefined)
        for (const slot of green) expect(shelf.modules[slot]!.standing?.kind).toMatch(/^conformant/)
      }),
      runs,
    ))
})
