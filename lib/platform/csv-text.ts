/** A cell that a spreadsheet would take for a formula gets an apostrophe in front (CAT-9). */
const guarded = (cell: string | number): string =>
  typeof cell === 'string' && /^[=+\-@\t\r\n]/.test(cell) ? `'${cell}` : String(cell)

/** A table as CSV for people's spreadsheets: UTF-8 with byte order mark, CRLF, every cell quoted where it must be. */
export const csvText = (header: string[], rows: (string | number)[][]): string => `\ufeff${csvRows([header, ...rows])}`

/** Rows of such a table without its mark, for files that are written in parts. */
export const csvRows = (rows: (string | number)[][]): string =>
  rows
    .map((cells) =>
      cells
        .map(guarded)
        .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(','),
    )
    .map((line) => `${line}\r\n`)
    .join('')

/** The answer of an address that downloads such a table. Nobody in between keeps it, unless it is open to all. */
export function csvAnswer(name: string, text: string, cache = 'private, no-store'): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'cache-control': cache,
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
