import { describe, expect, it } from 'vitest'
import { system, visitor } from '@/lib/platform/actor'
import { importFile } from '@/lib/platform/imports/import-file'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { sharedBytes, sharedData } from '@/lib/testing/shared-data'
import { importerOf } from '@/lib/worker/imports/importers'
import { demoCatalogue } from '@/prisma/factories/catalogue'
import { getModule } from '../get-module'
import { listModulesShown } from '../list-modules-shown'
import { emptyFilter, type ModuleFilter } from '../module-filter'
import { historicPriceWords, supplierWords, yearWords } from './historic-example'
import { getHistoric } from './list-historic'

useDatabase()
const ctx = contextOf(visitor)
const file = 'reference/catalogue-real.csv'
const importer = importerOf('historic-catalogue')
const shown = (over: Partial<ModuleFilter>) => listModulesShown(ctx, { ...emptyFilter, ...over })

describe.skipIf(!sharedData(file))('examples of former years (skipped: no shared data)', () => {
  it('IMP-13 CAT-1 stand apart, only where asked for, never among what is on offer or sorted by price', async () => {
    await demoCatalogue()
    const result = await importFile(contextOf(system), importer!, { name: file, bytes: sharedBytes(file) })
    expect(result.ok).toBe(true)

    expect((await shown({ q: 'Emis Web' })).historic).toEqual([])
    const { found, historic } = await shown({ historic: true, sort: 'price', n: 9_800, size: 100 })
    expect(historic).toHaveLength(90)
    const ids = historic.map(({ id }) => id)
    expect(found.cards.filter((card) => ids.includes(card.id))).toEqual([])
    expect(found.total).toBe((await shown({})).found.total)
    for (const id of ids.slice(0, 5)) expect(await getModule(ctx, id)).toBeUndefined()

    const emis = (await shown({ historic: true, q: 'emis web' })).historic
    expect(emis.length).toBeGreaterThan(0)
    expect(emis.length).toBeLessThan(90)
    expect(historic.filter(({ priceText }) => priceText !== null)).toHaveLength(31)
    expect(
      historic
        .filter(({ doubtful }) => doubtful)
        .map(historicPriceWords)
        .join(),
    ).toMatch(/looks altered/)
    expect(historic.filter(({ supplier }) => supplier === '').map(supplierWords)).toContain('Supplier not stated')
    expect(historic.every((example) => /^\d{4}$|not stated/.test(yearWords(example)))).toBe(true)
    expect(await getHistoric(ctx, ids[0]!)).toEqual(historic[0])
    expect(await getHistoric(ctx, 'no-id')).toBeUndefined()
  })
})
