import { type Day, dayWords } from '@/lib/platform/days'
import type { PdfText } from '@/lib/platform/pdf-document'
import { draftSections, summaryOf } from './drafts/listing-draft-journey'
import { modulesTable } from './module-download'
import { isOffSale } from './module-rules'
import type { ModulesFound, ModuleView, ReferenceNames } from './module-view'
import { priceToJson } from './prices/price'
import { priceWords } from './prices/price-rules'

/** Rows of a PDF (CAT-9). */
export const mostPrinted = 100

type Line = [section: string, label: string, value: string]

/** A module's page as lines: what stands on the first is derived, the rest is the listing. Of a suspended one only its standing (CAT-1). */
export function moduleLines(module: ModuleView, names: ReferenceNames): Line[] {
  const { standing, supplier, prices } = module
  const asOf = standing.asOf ? ` (as of ${dayWords(standing.asOf)})` : ''
  const first: Line[] = [
    ['Standing', 'Conformance', `${standing.words}${asOf}`],
    ['Standing', 'Supplier', supplier.brand],
    ['Standing', 'Legal name of the supplier', supplier.legalName],
  ]
  if (isOffSale(standing)) return [...first, ['Standing', 'Reason', standing.because ?? 'No reason is published']]
  const present = prices.present.flatMap(priceWords).join('; ')
  const announced = prices.announced.map(
    ({ price, announcedOn }): Line => [
      'Prices today',
      `From ${dayWords(price.validFrom)}, announced ${dayWords(announcedOn)}`,
      priceWords(price).join('; '),
    ],
  )
  const sections = draftSections.flatMap((section): Line[] => {
    const lines = summaryOf(section, module.listing, names)
    if (lines.length === 0) return [[section.title, 'All of it', 'Not stated']]
    return lines.map((line): Line => [section.title, line.label, line.value])
  })
  return [...first, ['Prices today', 'List price, excluding VAT', present || 'Not stated'], ...announced, ...sections]
}

/** One module as a table for a spreadsheet. */
export const moduleTable = (module: ModuleView, names: ReferenceNames) => ({
  header: ['Section', 'What', 'As published'],
  rows: moduleLines(module, names),
})

/** The same for programs: the text itself, with its hash, and the prices of the day. Of a suspended module no text (CAT-1). */
export function moduleRecord({ listing, prices, ...module }: ModuleView) {
  const { failedCapabilityIds, metCapabilityIds, ...facts } = module
  const offSale = isOffSale(module.standing)
  return {
    ...facts,
    assessed: { met: metCapabilityIds, failed: failedCapabilityIds },
    name: listing.name,
    listing: offSale ? null : listing,
    prices: offSale
      ? null
      : {
          present: prices.present.map(priceToJson),
          announced: prices.announced.map(({ price, announcedOn }) => ({ ...priceToJson(price), announcedOn })),
        },
  }
}

/** The same to read or print. */
export const modulePdf = (module: ModuleView, names: ReferenceNames, day: Day): PdfText => ({
  title: module.listing.name,
  blocks: [
    {
      kind: 'text',
      text: `Version ${module.listing.version}, published on ${dayWords(module.publishedOn)}. Printed on ${dayWords(day)}. SHA-256 of the listing: ${module.sha256}.`,
    },
    { kind: 'table', caption: 'As published', ...moduleTable(module, names) },
  ],
})

/** The first hundred of a list, to read or print. */
export function modulesPdf(found: Pick<ModulesFound, 'cards' | 'filter' | 'total'>, day: Day): PdfText {
  const { header, rows } = modulesTable(found)
  const shown = rows.slice(0, mostPrinted)
  const columns = [0, 1, 3, 5, 6]
  return {
    title: 'Modules',
    blocks: [
      {
        kind: 'text',
        text: `${found.total} modules are found; ${shown.length} are printed here. As of ${dayWords(day)}. Prices exclude VAT.`,
      },
      {
        kind: 'table',
        caption: 'Modules found',
        header: columns.map((i) => header[i]!),
        rows: shown.map((row) => columns.map((i) => row[i]!)),
      },
    ],
  }
}
