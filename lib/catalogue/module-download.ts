import { yearlyFor } from './listing-rules'
import { isOffSale } from './module-rules'
import type { ModuleCard, ModulesFound } from './module-view'
import { priceToJson } from './prices/price'
import { priceWords } from './prices/price-rules'

/** Rows of one download (CAT-9). */
export const mostDownloaded = 500

/** The list as a table for a spreadsheet. Pounds are plain decimals, so that they can be added up; nothing is blank. */
export function modulesTable({ cards, filter }: Pick<ModulesFound, 'cards' | 'filter'>) {
  const header = [
    'Module',
    'Supplier',
    'Version',
    'Conformance',
    'Capabilities claimed',
    'List price, excluding VAT',
    filter.n === null ? 'Pounds a year (no list size given)' : `Pounds a year for ${filter.n} patients`,
    'Published on',
    'Demonstration',
    'Module id',
  ]
  const rows = cards.map((card) => [
    card.name,
    card.supplierBrand,
    card.version,
    card.standing.words,
    card.capabilityIds.join(' ') || 'None',
    isOffSale(card.standing)
      ? 'Not shown while suspended'
      : card.price
        ? priceWords(card.price).join('; ')
        : 'Not stated',
    pounds(yearlyOf(card, filter.n)),
    card.publishedOn,
    card.demo ? 'Yes' : 'No',
    card.id,
  ])
  return { header, rows }
}

/** The same list for programs; money in pence as text. Of a suspended module no price (CAT-1). */
export function modulesRecord({ cards, filter, total }: Pick<ModulesFound, 'cards' | 'filter' | 'total'>) {
  return {
    total,
    modules: cards.map((card) => ({
      ...card,
      summary: isOffSale(card.standing) ? null : card.summary,
      price: card.price && !isOffSale(card.standing) ? priceToJson(card.price) : null,
      yearlyPence: yearlyOf(card, filter.n) ?? null,
    })),
  }
}

const yearlyOf = (card: ModuleCard, patients: number | null): bigint | undefined =>
  patients === null || isOffSale(card.standing) ? undefined : yearlyFor(card.price, patients)

const pounds = (pence: bigint | undefined): string =>
  pence === undefined ? 'Not known' : `${pence / 100n}.${(pence % 100n).toString().padStart(2, '0')}`
