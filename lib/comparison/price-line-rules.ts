import { yearlyFor } from '@/lib/catalogue/listing-rules'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { type PlotPiece, piecesByListSize, plotEnd, quantitiesShown } from '@/lib/catalogue/prices/plot-rules'
import type { Price } from '@/lib/catalogue/prices/price'
import { headlineOf } from '@/lib/catalogue/prices/price-day-rules'

/** Yearly prices of several modules by list size: the same numbers for a picture and for a table. */
export type PriceLines = {
  end: bigint
  lines: { key: string; name: string; pieces: PlotPiece[] }[]
  rows: { patients: bigint; pence: bigint[] }[]
  /** Modules without a yearly price that can be known beforehand. */
  without: string[]
}

/** The first yearly price of each module against the size of the list; undefined where none has one. */
export function priceLines(modules: ModuleView[], patients: number | null): PriceLines | undefined {
  const priced = modules.flatMap((module) => {
    const price = yearlyPriceOf(module)
    return price ? [{ module, price }] : []
  })
  if (priced.length === 0) return undefined
  const prices = priced.map(({ price }) => price)
  const byList = prices.filter((price) => price.basis === 'patient')
  const end = byList.length > 0 ? plotEnd(byList, patients) : plotEnd([], patients ?? 16_000)
  const sizes = quantitiesShown(byList, end, patients)
  return {
    end,
    lines: priced.map(({ module, price }) => ({
      key: module.id,
      name: module.listing.name,
      pieces: piecesByListSize(price, end) ?? [],
    })),
    rows: sizes.map((size) => ({ patients: size, pence: prices.map((price) => yearlyFor(price, Number(size)) ?? 0n) })),
    without: modules.filter((m) => !priced.some(({ module }) => module.id === m.id)).map((m) => m.listing.name),
  }
}

function yearlyPriceOf({ prices, standing }: ModuleView): Price | undefined {
  const price = isOffSale(standing) ? undefined : headlineOf(prices.present)
  return price && price.basis !== 'on-demand' ? price : undefined
}
