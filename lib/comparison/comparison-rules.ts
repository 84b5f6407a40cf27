import { applicationWords, hostingWords } from '@/lib/catalogue/listing'
import { pricesOf, yearlyFor } from '@/lib/catalogue/listing-rules'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { poundsWords } from '@/lib/platform/money'

export const fewestCompared = 2
export const mostCompared = 8

/** One cell: always words, never blank; the tone only repeats them (CMP-2). */
export type Cell = { words: string; tone: 'plain' | 'good' | 'caution' | 'bad' | 'unknown' }
export type ComparisonLine = { key: string; label: string; section: string; cells: Cell[]; differs: boolean }

const plain = (words: string): Cell => ({ words, tone: 'plain' })
const notShown: Cell = { words: 'Not shown while suspended', tone: 'unknown' }
const notStated: Cell = { words: 'Not stated', tone: 'unknown' }
const stated = (words: string | null | undefined): Cell => (words ? plain(words) : notStated)
const listed = (words: string[]): Cell => stated(words.join(', '))

/** The lines of a comparison for a list of `patients` (null: not given), each with whether the modules differ in it. */
export function comparisonLines(
  modules: ModuleView[],
  names: ReferenceNames,
  patients: number | null,
): ComparisonLine[] {
  const line = (section: string, label: string, cell: (m: ModuleView) => Cell): ComparisonLine => {
    const cells = modules.map((m) => (section !== 'Standing' && isOffSale(m.standing) ? notShown : cell(m)))
    return { key: `${section}/${label}`, section, label, cells, differs: new Set(cells.map((c) => c.words)).size > 1 }
  }
  return [
    line('Standing', 'Conformance', standingCell),
    line('Standing', 'Supplier', (m) => plain(m.supplier.brand)),
    line('Standing', 'Version', (m) => plain(m.listing.version)),
    line(
      'Price',
      patients === null ? 'A year for my list size' : `A year for ${patients.toLocaleString('en-GB')} patients`,
      (m) => yearlyCell(m, patients),
    ),
    line('Price', 'List prices', (m) => listed(pricesOf(m.listing).flatMap(priceWords))),
    line('Price', 'Services', (m) => listed(m.listing.services.map((s) => s.name))),
    ...union(modules, (m) => m.listing.capabilities.map((c) => c.id)).map((id) =>
      line('Capabilities', `${id} ${names.capabilities[id]?.name ?? ''}`.trim(), (m) => capabilityCell(m, id)),
    ),
    ...union(modules, (m) => m.listing.integrations.map((i) => i.type)).map((type) =>
      line('Integrations', names.integrations[type] ?? type, (m) => integrationCell(m, type)),
    ),
    line('How it runs', 'Used with', (m) => listed(m.listing.applications.map((a) => applicationWords[a.type]))),
    line('How it runs', 'Hosting', (m) => listed(m.listing.hosting.map((h) => hostingWords[h.type]))),
    line('How it runs', 'Needs', (m) =>
      m.listing.requires.length === 0
        ? plain('Nothing else')
        : listed(m.listing.requires.map((id) => names.capabilities[id]?.name ?? id)),
    ),
    line('How it runs', 'Weeks to introduce it', (m) => weeksCell(m)),
    line('How it runs', 'Support', (m) => stated(m.listing.supportHours)),
    line('How it runs', 'Frameworks', (m) => listed(m.listing.frameworkIds.map((id) => names.frameworks[id] ?? id))),
  ]
}

/** Only the lines in which the modules differ. */
export const differences = (lines: ComparisonLine[]): ComparisonLine[] => lines.filter((line) => line.differs)

const tones: Record<string, Cell['tone']> = {
  conformant: 'good',
  'conformant-until': 'good',
  'work-off': 'caution',
  remediation: 'caution',
  'not-assessed': 'unknown',
  withdrawn: 'unknown',
}

function standingCell({ standing }: ModuleView): Cell {
  return { words: standing.words, tone: tones[standing.kind] ?? 'bad' }
}

/** Claimed and assessed side by side in one word: what an assessor found outweighs what the supplier says. */
function capabilityCell(module: ModuleView, id: string): Cell {
  if (!module.listing.capabilities.some((c) => c.id === id)) return plain('Not claimed')
  if (module.failedCapabilityIds.includes(id)) return { words: 'Claimed, assessed: failed', tone: 'bad' }
  if (module.metCapabilityIds.includes(id)) return { words: 'Claimed, assessed: met', tone: 'good' }
  return { words: 'Claimed, not assessed', tone: 'unknown' }
}

function integrationCell(module: ModuleView, type: string): Cell {
  const own = module.listing.integrations.find((i) => i.type === type)
  return own ? plain(own.role === 'provider' ? 'Yes, as provider' : 'Yes, as consumer') : plain('Not claimed')
}

function yearlyCell(module: ModuleView, patients: number | null): Cell {
  if (patients === null) return { words: 'Enter your list size', tone: 'unknown' }
  const price = pricesOf(module.listing).find((p) => p.period !== 'none')
  if (!price) return notStated
  const pence = yearlyFor(price, patients)
  return pence === undefined ? plain('Depends on use') : plain(poundsWords(pence))
}

function weeksCell({ listing: { implementation } }: ModuleView): Cell {
  const { weeksFrom, weeksTo } = implementation
  return weeksFrom === null || weeksTo === null ? notStated : plain(`${weeksFrom} to ${weeksTo}`)
}

function union(modules: ModuleView[], valuesOf: (m: ModuleView) => string[]): string[] {
  return [...new Set(modules.flatMap(valuesOf))].sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
}
