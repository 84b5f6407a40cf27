import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { countStatements, demoCatalogue } from '@/prisma/factories/catalogue'
import { yearlyFor } from './listing-rules'
import { emptyFilter, facetNames, type ModuleFilter, sizes } from './module-filter'
import { withValue } from './module-filter-rules'
import { searchModules } from './search-modules'

const database = useDatabase()
const ctx = contextOf(visitor)
const search = (over: Partial<ModuleFilter>) => searchModules(ctx, { ...emptyFilter, ...over })
const names = async (over: Partial<ModuleFilter>) => (await search({ size: 100, ...over })).cards.map((c) => c.name)

describe('the list of modules', () => {
  it('CAT-3 the count beside every facet value is the number of results after choosing it', async () => {
    await demoCatalogue()
    const starts: Partial<ModuleFilter>[] = [
      {},
      { cap: ['C13'] },
      { host: ['public-cloud'], app: ['mobile'] },
      { q: 'appointments', standing: ['conformant'] },
      { proven: true, kind: ['module'] },
      { fw: ['TIF001'], supplier: ['openpath-clinical'] },
      { cap: ['C40'] },
    ]
    for (const start of starts) {
      const found = await search(start)
      for (const name of facetNames)
        for (const { value, count } of found.facets[name]) {
          const clicked = await search(withValue({ ...emptyFilter, ...start }, name, value))
          expect([name, value, clicked.total]).toEqual([name, value, count])
        }
    }
  })

  it('searches, sorts, pages and corrects as CAT-1 to CAT-6 say', async () => {
    await demoCatalogue()
    // CAT-4: a name outweighs a description; stems; a phrase; a word left out; a supplier's name.
    expect((await names({ q: 'OpenPath Record' }))[0]).toBe('OpenPath Record')
    expect((await names({ q: 'prescribing' }))[0]).toMatch(/Prescribing|Prescribe/)
    expect(await names({ q: '"place in the queue"' })).toEqual(['Calder Phone Link'])
    expect(await names({ q: 'Harbour -dictation' })).not.toContain('Harbour Consult')
    expect(await names({ q: 'Population Health' })).toContain('Foxglove Risk')
    // CAT-4: misspelt words become the likest known ones.
    const misspelt = await search({ q: 'merridian practise' })
    expect([misspelt.correctedTo, misspelt.cards[0]?.name]).toEqual(['meridian practice', 'Meridian Practice'])
    const nothing = await search({ q: 'qqqqqq' })
    expect([nothing.correctedTo, nothing.total, nothing.cards]).toEqual([null, 0, []])

    // CAT-6: pages partition the results; past the end is the last page.
    const whole = await names({ size: 100 })
    expect(whole.length).toBeGreaterThanOrEqual(30)
    expect(new Set(whole).size).toBe(whole.length)
    expect(whole).toEqual(whole.toSorted((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)))
    const pages = await Promise.all([1, 2].map((page) => search({ page })))
    expect(pages.flatMap((p) => p.cards.map((c) => c.name))).toEqual(whole)
    expect(pages[0]!.cards).toHaveLength(sizes[0])
    expect((await search({ page: 99 })).filter.page).toBe(pages[0]!.pages)
    expect(await names({ sort: 'name-down' })).toEqual(whole.toReversed())
    const newest = (await search({ sort: 'newest', size: 100 })).cards.map((c) => c.publishedOn)
    expect(newest).toEqual(newest.toSorted().toReversed())

    // CAT-6: the yearly price of the database is that of the pricing rules; unpriced last.
    for (const n of [1, 4_900, 9_800, 26_150]) {
      const prices = (await search({ sort: 'price', n, size: 100 })).cards.map((c) => yearlyFor(c.price, n))
      const priced = prices.filter((p) => p !== undefined)
      expect(priced).toEqual(priced.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
      expect(prices.slice(priced.length).every((p) => p === undefined)).toBe(true)
    }

    // CAT-2: a failed claim is not found; proven asks for an assessment.
    expect(await names({ cap: ['C33'] })).not.toContain('Brightwater Record View')
    expect(await names({ cap: ['C13'] })).toContain('Fernhill Practice Suite')
    expect(await names({ cap: ['C13'], proven: true })).not.toContain('Fernhill Practice Suite')
    expect(await names({ kind: ['foundation'], proven: true, cap: ['C13'] })).toContain('OpenPath Record')

    // A standing is worth nothing after its day; the modules of a suspended supplier are gone.
    await database.asOwner(`update "ModuleStanding" set until = '2026-03-01'`)
    expect((await search({ standing: ['conformant'] })).total).toBe(0)
    expect((await search({})).cards.every((c) => c.standing.kind === 'not-assessed')).toBe(true)
    await db.supplier.update({ where: { slug: 'willowbank' }, data: { status: 'suspended' } })
    expect(await names({ q: 'Willowbank' })).toEqual([])
  })

  it('CAT-7 leaves out unknown values and names their facets', async () => {
    await demoCatalogue()
    const found = await search({ cap: ['C13', 'C99'], host: ['moon'], supplier: ['nobody'], q: 'prescribing' })
    expect(found.ignored).toEqual(['cap', 'host', 'supplier'])
    expect(found.filter).toEqual({ ...emptyFilter, cap: ['C13'], q: 'prescribing' })
    expect(found.total).toBe((await search({ cap: ['C13'], q: 'prescribing' })).total)
    expect(found.facets.cap.find((v) => v.value === 'C14')?.label).toBe('Prescribing')
  })

  it('stays within four statements, misspelt or not', async () => {
    await demoCatalogue()
    expect(await countStatements(() => search({ q: 'appointments', cap: ['C5'] }))).toBe(2)
    expect(await countStatements(() => search({ q: 'apointments' }))).toBe(4)
    expect(await countStatements(() => search({ q: 'apointments', cap: ['C99'] }))).toBe(4)
  })
})
