import type { Cells, ImporterDeclaration, Remarks } from '@/lib/platform/imports/importer'
import { wholeNumber } from '@/lib/platform/imports/row-checks'
import { stableId } from '@/lib/platform/stable-id'
import { type HistoricPrice, parseHistoricPrices } from './historic-prices'

type HistoricRow = {
  supplier: string
  product: string | null
  year: number | null
  route: string
  capabilities: string
  priceText: string | null
  prices: HistoricPrice[] | null
  doubtful: boolean
  note: string | null
  sourceUrl: string | null
}
export type HistoricRefs = { expiredCapabilities: Set<string> }

/** These two look altered for tests in the source (IMP-13). */
const altered = [1_000_000n, 515_000n].map(String)

/** What was on offer in former years: examples, never a current price (IMP-13). */
export const historicCatalogueImporter: ImporterDeclaration<HistoricRefs, HistoricRow> = {
  kind: 'historic-catalogue',
  title: 'Historic examples of products and prices',
  source: 'public pages of 2009 to 2026, one source a row',
  formats: [
    {
      name: 'catalogue-real',
      columns: ['supplier', 'product', 'capabilities', 'frameworks_or_route', 'price_public', 'year'],
      optional: ['source', 'note'],
    },
  ],
  key: ['supplier', 'product', 'year'],
  check(cells, refs, remarks) {
    const year = cells.year === '' ? null : wholeNumber(cells, 'year', 1990, 2100, remarks)
    if (year === undefined) return undefined
    if (year === null) remarks.warn('year', 'doubtful', 'the year is not stated')
    if (cells.supplier === '' && cells.product === '')
      remarks.error('supplier', 'required', 'a row names a supplier or a product')
    if (cells.supplier === '') remarks.warn('supplier', 'doubtful', 'the supplier is not stated')
    const unnamed = cells.product === '' || cells.product === '(product not named in source)'
    remarks.count(unnamed ? 'unnamed products' : 'products')
    const expired = [...cells.capabilities!.matchAll(/\bC\d{1,2}\b/g)].filter(([id]) =>
      refs.expiredCapabilities.has(id),
    )
    for (const [id] of expired) remarks.warn('capabilities', 'doubtful', `capability ${id} has expired`)
    return {
      supplier: cells.supplier!,
      product: unnamed ? null : cells.product!,
      year,
      route: cells.frameworks_or_route!,
      capabilities: cells.capabilities!,
      ...pricesOf(cells, remarks),
      note: cells.note || null,
      sourceUrl: cells.source || null,
    }
  },
  writes: (rows) => [
    {
      table: 'HistoricListing',
      columns: {
        id: 'uuid',
        supplier: 'text',
        product: 'text',
        year: 'integer',
        route: 'text',
        capabilities: 'text',
        priceText: 'text',
        prices: 'jsonb',
        doubtful: 'boolean',
        note: 'text',
        sourceUrl: 'text',
      },
      key: ['id'],
      mode: 'upsert',
      rows: rows.map(({ line, row }) => ({ lines: [line], values: { id: historicId(row), ...row } })),
      speaksFor: 'true',
    },
  ],
}

/** The id follows from the key, because two parts of the key may be unknown. */
const historicId = (row: HistoricRow): string =>
  stableId('historic-listing', row.supplier, row.product ?? '', String(row.year ?? ''))

function pricesOf(cells: Cells, remarks: Remarks): Pick<HistoricRow, 'priceText' | 'prices' | 'doubtful'> {
  const text = cells.price_public!
  if (text === '') return { priceText: null, prices: null, doubtful: false }
  remarks.count('priced')
  const prices = parseHistoricPrices(text) ?? null
  if (prices) remarks.count('prices understood')
  const spring2020 = cells.frameworks_or_route!.includes('spring 2020')
  const doubtful = spring2020 && (prices ?? []).some((price) => altered.includes(price.amount))
  if (doubtful) remarks.warn('price_public', 'doubtful', 'this price looks altered in the source')
  return { priceText: text, prices, doubtful }
}
