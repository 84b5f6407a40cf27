import { describe, expect, it } from 'vitest'
import { system, visitor } from '@/lib/platform/actor'
import { importFile } from '@/lib/platform/imports/import-file'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { sharedBytes, sharedData } from '@/lib/testing/shared-data'
import { importerOf } from '@/lib/worker/imports/importers'
import { getMarket } from './get-market'
import { getPractice } from './get-practice'
import { shippedMarket } from './reference/shipped-market'
import { searchPractices } from './search-practices'

useDatabase()

async function load(kind: string, file: string) {
  const result = await importFile(contextOf(system), importerOf(kind)!, {
    name: file,
    bytes: sharedBytes(`ods/${file}`),
  })
  expect(result).toMatchObject({ ok: true, value: { state: 'applied' } })
}

describe('the market', () => {
  it('is the shipped one before anything is imported', async () => {
    expect(await getMarket(visitor)).toEqual(shippedMarket)
  })

  it.skipIf(!sharedData('ods'))(
    'computed from the imported files agrees with the shipped one (skipped: no shared data)',
    async () => {
      await load('commissioners', 'ccg-eccg-2025-12.csv')
      await load('commissioner-map', 'ccg-subicb-icb-map.csv')
      await load('practices', 'gp-practices-epraccur-2023-12.csv')
      await load('list-sizes', 'gp-list-sizes-2022-05.csv')
      await load('systems', 'gp-practice-supplier-2019-09.csv')
      await load('systems', 'gp-practice-supplier-pcn-icb-2025-08.csv')
      expect(await getMarket(visitor)).toEqual({ ...shippedMarket, origin: 'database' })

      const practice = await getPractice(visitor, 'A81001')
      expect(practice).toMatchObject({ code: 'A81001', name: 'THE DENSHAM SURGERY', areaCode: '16C', icbCode: 'QHM' })
      expect(practice!.observed.map(({ asOf, principal }) => [asOf, principal])).toEqual([
        ['2025-08-31', 'TPP'],
        ['2019-09-30', 'TPP'],
      ])
      const found = async (text: string) => (await searchPractices(visitor, text)).practices.map((row) => row.code)
      expect(await found('a81001')).toEqual(['A81001'])
      expect(await found('densham surg')).toContain('A81001')
      expect(await found('TS18 1HU')).toContain('A81001')
      expect(await found('ts181hu')).toContain('A81001')
    },
    60_000,
  )
})
