import type { FileFormat } from './importer'
import type { Issue } from './issue'
import type { CsvRow } from './read-csv'

/** Which layout a file has, and where its columns stand. `first`: index of the first row that holds data. */
export type Layout = { format: FileFormat; positions: Map<string, number>; cells: number; first: number }

/** The layout of the file among those of its kind, or what is missing in its header line. */
export function matchFormat(rows: CsvRow[], formats: FileFormat[]): { layout?: Layout; errors: Issue[] } {
  const header = rows[0]
  if (!header) return { errors: [{ line: 1, column: '', code: 'required', reason: 'the file is empty', value: '' }] }
  const names = header.cells.map((cell) => cell.trim())
  const twice = names.find((name, i) => name !== '' && names.indexOf(name) !== i)
  const whole = formats.find((format) => format.columns.every((column) => names.includes(column)))
  if (whole && twice)
    return {
      errors: [
        {
          line: header.line,
          column: twice,
          code: 'duplicate-key',
          reason: 'the header names this column twice',
          value: twice,
        },
      ],
    }
  if (whole) {
    const wanted = [...whole.columns, ...(whole.optional ?? [])].filter((column) => names.includes(column))
    return {
      layout: {
        format: whole,
        positions: new Map(wanted.map((c) => [c, names.indexOf(c)])),
        cells: names.length,
        first: 1,
      },
      errors: [],
    }
  }
  const bare = formats.find(
    (format) =>
      format.headerless && format.headerless.cells === names.length && !format.columns.some((c) => names.includes(c)),
  )
  if (bare) {
    const positions = new Map(Object.entries(bare.headerless!.positions).map(([column, at]) => [column, at - 1]))
    return { layout: { format: bare, positions, cells: names.length, first: 0 }, errors: [] }
  }
  return { errors: missingColumns(header, names, formats) }
}

/** Says what is missing of the layout that the header comes nearest to. */
function missingColumns(header: CsvRow, names: string[], formats: FileFormat[]): Issue[] {
  const held = (format: FileFormat) => format.columns.filter((column) => names.includes(column)).length
  const nearest = formats.reduce((best, format) => (held(format) > held(best) ? format : best))
  return nearest.columns
    .filter((column) => !names.includes(column))
    .map((column) => ({
      line: header.line,
      column,
      code: 'required' as const,
      reason: 'the header does not name this column',
      value: '',
    }))
}
