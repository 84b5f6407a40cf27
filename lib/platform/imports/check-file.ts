import type { Day } from '../days'
import { dayFromName } from './day-from-name'
import type {
  Cells,
  CheckedFile,
  CheckedRow,
  FileRemarks,
  ImporterDeclaration,
  Remarks,
  ReportProgress,
} from './importer'
import { cutValue, type Issue } from './issue'
import { type Layout, matchFormat } from './match-format'
import { type CsvRow, readCsv } from './read-csv'

export type NamedFile = { name: string; bytes: Uint8Array; asOf?: Day }

/** Checks every row before anything is written (IMP-2). Pure: the references are given, progress is told every 500 rows. */
export async function checkFile<Refs, Row>(
  importer: ImporterDeclaration<Refs, Row>,
  refs: Refs,
  file: NamedFile,
  report: ReportProgress = () => {},
): Promise<CheckedFile> {
  const csv = readCsv(file.bytes)
  const rejected = (errors: Issue[]): CheckedFile => ({ ...nothing, errors, openEnd: csv.openEnd })
  if (csv.errors.length > 0) return rejected(csv.errors)
  const { layout, errors: headerErrors } = matchFormat(csv.rows, importer.formats)
  if (!layout) return rejected(headerErrors)
  const missing = importer.missing?.(refs)
  if (missing) return rejected([{ line: 1, column: '', code: 'unknown-reference', reason: missing, value: '' }])

  const found = remarks()
  const told = file.asOf ?? dayFromName(file.name)
  const about = { format: layout.format.name, asOf: told ?? layout.format.usualDay ?? null }
  if (!told && layout.format.usualDay)
    found.ofFile.warn(1, '', 'doubtful', `the name of the file tells no date; ${layout.format.usualDay} is taken`)
  const data = csv.rows.slice(layout.first)
  const keyColumns = importer.key.filter((column) => layout.positions.has(column))
  const seen = new Map<string, number>()
  const good: CheckedRow<Row>[] = []
  for (const [index, row] of data.entries()) {
    if (index % 500 === 0) await report({ read: data.length, checked: index, written: 0, total: data.length })
    const cells = cellsOf(row, layout, data.at(-1) === row, found.ofRow(row.line, {}))
    if (!cells) continue
    const ofRow = found.ofRow(row.line, cells)
    const key = keyColumns.map((column) => cells[column]).join('\u001f')
    const before = seen.get(key)
    if (before)
      ofRow.error(keyColumns[0]!, 'duplicate-key', `the same ${keyColumns.join(' and ')} stands on line ${before}`)
    seen.set(key, before ?? row.line)
    const checked = importer.check(cells, refs, ofRow, about)
    if (checked !== undefined) good.push({ line: row.line, row: checked })
  }
  await report({ read: data.length, checked: data.length, written: 0, total: data.length })
  if (data.length === 0) found.ofFile.error(1, '', 'required', 'the file holds a header and no rows')
  if (csv.openEnd) openEnd(data, found.ofFile)
  const writes = found.errors.length > 0 ? [] : importer.writes(good, refs, found.ofFile, about)
  const done = { ...about, total: data.length, errors: found.errors, warnings: found.warnings, counts: found.counts }
  return { ...done, writes: found.errors.length > 0 ? [] : writes, openEnd: csv.openEnd }
}

/**
 * RFC 4180 lets the last line go without a line break; a file cut off in its last cell looks the same. Publications end
 * with one, so a long file without is rejected and a short one, as people write by hand, is only warned of.
 */
function openEnd(data: CsvRow[], remarks: FileRemarks): void {
  const line = data.at(-1)?.line ?? 1
  const reason = 'the last line has no line break; the file may be cut off'
  if (data.length > 100) remarks.error(line, '', 'format', `${reason}. If it is whole, add one`)
  if (data.length <= 100) remarks.warn(line, '', 'doubtful', reason)
}

const nothing: CheckedFile = {
  format: '',
  asOf: null,
  total: 0,
  errors: [],
  warnings: [],
  counts: {},
  writes: [],
  openEnd: false,
}

/** The cells by column name, or undefined where the row is torn. */
function cellsOf(row: CsvRow, layout: Layout, last: boolean, remarks: Remarks): Cells | undefined {
  if (row.cells.length !== layout.cells) {
    const cut = last && row.cells.length < layout.cells ? '; the file may be cut off' : ''
    remarks.error('', 'format', `the row has ${row.cells.length} cells, the header ${layout.cells}${cut}`)
    return undefined
  }
  const cells: Cells = {}
  for (const [column, at] of layout.positions) cells[column] = row.cells[at]!.trim()
  return cells
}

function remarks() {
  const errors: Issue[] = []
  const warnings: Issue[] = []
  const counts: Record<string, number> = {}
  const ofFile: FileRemarks = {
    error: (line, column, code, reason, value = '') =>
      errors.push({ line, column, code, reason, value: cutValue(value) }),
    warn: (line, column, code, reason, value = '') =>
      warnings.push({ line, column, code, reason, value: cutValue(value) }),
    count: (name, n) => {
      counts[name] = (counts[name] ?? 0) + n
    },
  }
  const ofRow = (line: number, cells: Cells): Remarks => ({
    error: (column, code, reason) => ofFile.error(line, column, code, reason, cells[column]),
    warn: (column, code, reason) => ofFile.warn(line, column, code, reason, cells[column]),
    count: (name) => ofFile.count(name, 1),
  })
  return { errors, warnings, counts, ofFile, ofRow }
}
