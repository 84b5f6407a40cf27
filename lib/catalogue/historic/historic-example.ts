/** What was on offer in a former year, as a public source printed it: never a current price (IMP-13). */
export type HistoricExample = {
  id: string
  supplier: string
  product: string | null
  year: number | null
  route: string
  capabilities: string
  priceText: string | null
  doubtful: boolean
  note: string | null
  sourceUrl: string | null
}

export const historicBanner = 'Historic example, not a current price'

export const productWords = ({ product }: Pick<HistoricExample, 'product'>) => product ?? 'Product not named'
export const supplierWords = ({ supplier }: Pick<HistoricExample, 'supplier'>) => supplier || 'Supplier not stated'
export const yearWords = ({ year }: Pick<HistoricExample, 'year'>) => (year === null ? 'Year not stated' : String(year))

/** The price as it was printed, with our doubt where it looks altered. */
export function historicPriceWords({ priceText, doubtful }: Pick<HistoricExample, 'priceText' | 'doubtful'>): string {
  if (priceText === null) return 'Not stated'
  return doubtful ? `${priceText} (doubtful: this price looks altered in the source)` : priceText
}
