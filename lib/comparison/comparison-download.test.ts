import { describe, expect, it } from 'vitest'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { comparisonDownload, comparisonRecord, shortlistDownload, shortlistRecord } from './comparison-download'
import type { ShortlistView } from './shortlist'

const compared = {
  modules: ['A', 'B'].map(
    (name) =>
      ({
        id: name,
        listingVersionId: `l${name}`,
        sha256: name,
        supplier: { brand: 'S' },
        listing: { name },
      }) as ModuleView,
  ),
  lines: [
    {
      key: 'k',
      section: 'Price',
      label: 'A year',
      differs: true,
      cells: [
        { words: '£1.00', tone: 'plain' as const },
        { words: 'Not stated', tone: 'unknown' as const },
      ],
    },
  ],
}
const entry = { moduleId: 'm', listingVersionId: 'l', moduleName: 'A', supplierName: 'S', outdated: true }
const shortlist: ShortlistView = {
  id: 's',
  organisationId: 'o',
  name: 'Triage',
  description: null,
  state: 'live',
  query: null,
  planRunId: null,
  planModuleId: null,
  exclusions: [],
  version: 1,
  entries: [entry, { ...entry, outdated: false }],
}

describe('downloads (CAT-9)', () => {
  it('of a comparison: a column a module, the words of each cell', () => {
    expect(comparisonDownload(compared)).toEqual({
      header: ['Section', 'What', 'A', 'B'],
      rows: [['Price', 'A year', '£1.00', 'Not stated']],
    })
    expect(comparisonRecord(compared).lines).toEqual([
      { section: 'Price', label: 'A year', differs: true, cells: ['£1.00', 'Not stated'] },
    ])
    expect(comparisonRecord(compared).modules[1]).toEqual({
      id: 'B',
      name: 'B',
      supplier: 'S',
      listingVersionId: 'lB',
      sha256: 'B',
    })
  })

  it('of a shortlist: a row a module, and whose it is stays inside', () => {
    expect(shortlistDownload(shortlist).rows.map((row) => row[2])).toEqual([
      'A newer listing is out',
      'As published now',
    ])
    expect(Object.keys(shortlistRecord(shortlist))).toEqual([
      'name',
      'description',
      'state',
      'query',
      'modules',
      'leftOut',
    ])
  })
})
