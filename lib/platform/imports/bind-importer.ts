import type { Day } from '../days'
import type { Tx } from '../db'
import { checkFile, type NamedFile } from './check-file'
import { dayFromName } from './day-from-name'
import type { CheckedFile, ImporterDeclaration, ReportProgress } from './importer'

/** An importer with the way to its references: what the runner needs, whatever the kind. */
export type Importer = {
  kind: string
  title: string
  source: string
  columns: string[][]
  check: (tx: Tx, file: NamedFile, report?: ReportProgress) => Promise<CheckedFile>
}

/** Joins a pure declaration with the query of its room that loads what the rows refer to. */
export function bindImporter<Refs, Row>(
  declaration: ImporterDeclaration<Refs, Row>,
  load: (tx: Tx, asOf: Day | null) => Promise<Refs>,
): Importer {
  return {
    kind: declaration.kind,
    title: declaration.title,
    source: declaration.source,
    columns: declaration.formats.map((format) => format.columns),
    check: async (tx, file, report) =>
      checkFile(declaration, await load(tx, file.asOf ?? dayFromName(file.name) ?? null), file, report),
  }
}
