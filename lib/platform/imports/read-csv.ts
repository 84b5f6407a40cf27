import { CsvError, parse } from 'csv-parse/sync'
import { cutValue, type Issue } from './issue'

export const maximumBytes = 20 * 1024 * 1024
export const maximumRows = 200_000

export type CsvRow = { line: number; cells: string[] }
export type CsvFile = { rows: CsvRow[]; errors: Issue[]; openEnd: boolean }

/** RFC 4180 text, strict UTF-8, byte order mark and CRLF allowed (IMP-1). Cells are text and nothing else (IMP-7). */
export function readCsv(bytes: Uint8Array): CsvFile {
  if (bytes.length > maximumBytes) return refused(1, 'out-of-range', 'the file is larger than 20 MB')
  if (bytes.length === 0) return refused(1, 'required', 'the file is empty')
  const wrong = lineOfWrongByte(bytes)
  if (wrong) return refused(wrong, 'encoding', 'the line is not UTF-8; save the file as UTF-8 and try again')
  const text = new TextDecoder('utf-8').decode(bytes)
  const nul = text.indexOf('\u0000')
  if (nul >= 0) return refused(lineAt(text, nul), 'encoding', 'the line holds a null character; this is no text file')
  try {
    const records = parse(text, { relax_column_count: true, skip_empty_lines: true, info: true }) as unknown as {
      record: string[]
      info: { lines: number }
    }[]
    const rows = records.map(({ record, info }) => ({ line: startLine(record, info.lines), cells: record }))
    const openEnd = !/[\r\n]$/.test(text)
    // csv-parse counts a line when it ends: the last one of an open end has not.
    const last = rows.at(-1)
    if (openEnd && last && rows.length > 1 && last.line <= rows.at(-2)!.line) last.line = rows.at(-2)!.line + 1
    if (rows.length - 1 > maximumRows) return refused(1, 'out-of-range', 'the file has more than 200,000 rows')
    return { rows, errors: [], openEnd }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = Number((error as CsvError & { lines?: number }).lines ?? 1)
    const reason =
      error.code === 'CSV_QUOTE_NOT_CLOSED'
        ? 'a quotation mark is never closed; the file may be cut off'
        : 'a quotation mark stands where none may stand'
    return refused(line, 'format', reason)
  }
}

/** The reader reports the line on which a record ends; a record with line breaks in its cells began earlier. */
function startLine(record: string[], endLine: number): number {
  return endLine - record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
}

/** The first line that is not UTF-8, or 0. Only a wrong file is walked line by line. */
function lineOfWrongByte(bytes: Uint8Array): number {
  if (decodes(bytes)) return 0
  let line = 1
  for (let from = 0; from <= bytes.length; line++) {
    const end = bytes.indexOf(10, from)
    const to = end === -1 ? bytes.length : end
    if (!decodes(bytes.subarray(from, to))) return line
    if (end === -1) break
    from = end + 1
  }
  return line
}
function decodes(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

function refused(line: number, code: Issue['code'], reason: string, value = ''): CsvFile {
  return { rows: [], errors: [{ line, column: '', code, reason, value: cutValue(value) }], openEnd: false }
}
