/** A cell that a spreadsheet would take for a formula gets an apostrophe in front (CAT-9). */
const guarded = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell)

/** A table as CSV for people's spreadsheets: UTF-8 with byte order mark, CRLF, every cell quoted where it must be. */
export function csvText(header: string[], rows: (string | number)[][]): string {
  const lines = [header, ...rows].map((cells) =>
    cells
      .map((cell) => guarded(String(cell)))
      .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
      .join(','),
  )
  return `\ufeff${lines.join('\r\n')}\r\n`
}

/** The answer of an address that downloads such a table. */
export function csvAnswer(name: string, text: string): Response {
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
