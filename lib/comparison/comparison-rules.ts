import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import type { Cell, ComparedFor, ComparisonLine } from './comparison'
import { sectionsOf } from './comparison-section-rules'
import type { StandardsOf } from './listing-section-rules'

const notShown: Cell = { words: 'Not shown while suspended', tone: 'unknown' }

/** The lines of a comparison, each with whether the modules differ in it. Of a suspended module only its standing (CAT-1). */
export function comparisonLines(
  modules: ModuleView[],
  names: ReferenceNames,
  asked: ComparedFor,
  standards: StandardsOf,
): ComparisonLine[] {
  return sectionsOf(modules, names, asked, standards).flatMap(({ title, rows }) =>
    rows.map(({ label, cell }) => {
      const cells = modules.map((m) => (title !== 'Standing' && isOffSale(m.standing) ? notShown : cell(m)))
      const differs = new Set(cells.map((c) => c.words)).size > 1
      return { key: `${title}/${label}`, section: title, label, cells, differs }
    }),
  )
}

/** Only the lines in which the modules differ. */
export const differences = (lines: ComparisonLine[]): ComparisonLine[] => lines.filter((line) => line.differs)
