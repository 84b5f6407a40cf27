import type { ModuleView } from '@/lib/catalogue/module-view'
import type { ComparisonLine } from './comparison'
import { exclusionWords, type ShortlistView } from './shortlist'

type Compared = { modules: ModuleView[]; lines: ComparisonLine[] }

/** A comparison as a table for a spreadsheet: one line a row, one module a column (CAT-9). */
export const comparisonDownload = ({ modules, lines }: Compared) => ({
  header: ['Section', 'What', ...modules.map((m) => m.listing.name)],
  rows: lines.map((line) => [line.section, line.label, ...line.cells.map((cell) => cell.words)]),
})

/** The same for programs, with the hash of each listing that was compared. */
export const comparisonRecord = ({ modules, lines }: Compared) => ({
  modules: modules.map((m) => ({
    id: m.id,
    name: m.listing.name,
    supplier: m.supplier.brand,
    listingVersionId: m.listingVersionId,
    sha256: m.sha256,
  })),
  lines: lines.map(({ section, label, cells, differs }) => ({
    section,
    label,
    differs,
    cells: cells.map((cell) => cell.words),
  })),
})

/** A shortlist as a table for a spreadsheet. */
export const shortlistDownload = ({ entries, exclusions }: Pick<ShortlistView, 'entries' | 'exclusions'>) => ({
  header: ['Module', 'Supplier', 'Listing', 'Module id', 'Listing version id'],
  rows: entries.map((entry) => [
    entry.moduleName,
    entry.supplierName,
    entry.outdated ? 'A newer listing is out' : 'As published now',
    entry.moduleId,
    entry.listingVersionId,
  ]),
  leftOut: exclusions.map((e) => [e.moduleName, exclusionWords[e.code], e.text ?? 'Nothing further']),
})

/** The same for programs. */
export const shortlistRecord = ({ name, description, state, query, entries, exclusions }: ShortlistView) => ({
  name,
  description,
  state,
  query,
  modules: entries,
  leftOut: exclusions,
})
