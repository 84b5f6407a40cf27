import type { ModuleView } from '@/lib/catalogue/module-view'
import { priceToJson } from '@/lib/catalogue/prices/price'
import type { Day } from '@/lib/platform/days'
import type { ComparedFor, ComparisonLine } from '../comparison'
import type { Change, FrozenComparison } from './saved-comparison'

type Compared = { modules: ModuleView[]; lines: ComparisonLine[] }

/** Everything that the page of a saved comparison needs, so that it never reads what holds later. */
export function frozenOf({ modules, lines }: Compared, asked: ComparedFor, asOf: Day): FrozenComparison {
  return {
    schemaVersion: 1,
    asOf,
    ...asked,
    modules: modules.map((m) => ({
      id: m.id,
      moduleVersionId: m.moduleVersionId,
      listingVersionId: m.listingVersionId,
      sha256: m.sha256,
      name: m.listing.name,
      supplier: m.supplier.brand,
      version: m.listing.version,
      publishedOn: m.publishedOn,
      standing: m.standing,
      prices: m.prices.present.map(priceToJson),
      announced: m.prices.announced.map(({ price, announcedOn }) => ({ ...priceToJson(price), announcedOn })),
    })),
    lines,
  }
}

/** What says something else today, module by module; a module that can no longer be read is one change. */
export function changesSince(saved: FrozenComparison, now: Compared): Change[] {
  return saved.modules.flatMap((module, i): Change[] => {
    const place = now.modules.findIndex((m) => m.id === module.id)
    const change = (line: Omit<Change, 'module'>): Change => ({ module: module.name, ...line })
    if (place === -1)
      return [change({ section: 'Standing', label: 'In the catalogue', before: 'Yes', now: 'No longer published' })]
    const keys = new Set([...saved.lines, ...now.lines].map((line) => line.key))
    return [...keys].flatMap((key) => {
      const [old, current] = [saved.lines, now.lines].map((lines) => lines.find((line) => line.key === key))
      const { section, label } = (old ?? current)!
      const [before, today] = [old?.cells[i]?.words ?? absent, current?.cells[place]?.words ?? absent]
      return before === today ? [] : [change({ section, label, before, now: today })]
    })
  })
}

/** A line that only one of the two comparisons has, such as a capability that nobody in it claimed. */
const absent = 'Not shown'

/** What was saved as a table for a spreadsheet: one line a row, one module a column. */
export const savedComparisonTable = ({ modules, lines }: FrozenComparison) => ({
  header: ['Section', 'What', ...modules.map((m) => m.name)],
  rows: lines.map((line) => [line.section, line.label, ...line.cells.map((cell) => cell.words)]),
})
