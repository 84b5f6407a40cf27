import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText } from './csv-text'

describe('a table for a spreadsheet', () => {
  it('begins with a byte order mark, ends lines with CRLF, and disarms formulas', () => {
    expect(
      csvText(
        ['a', 'b'],
        [
          ['=1+1', 'x, "y"'],
          ['-2', 3],
          ['\n=1', -4.5],
        ],
      ),
    ).toBe(`\ufeffa,b\r\n'=1+1,"x, ""y"""\r\n'-2,3\r\n"'\n=1",-4.5\r\n`)
  })

  it('reads back as it was written, apart from the apostrophe', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string()), { minLength: 1 }), (rows) => {
        const back = parse(csvText(['a', 'b'], rows), { bom: true, record_delimiter: '\r\n' }) as string[][]
        const plain = (cell: string) => (/^'[=+\-@\t\r\n]/.test(cell) ? cell.slice(1) : cell)
        const given = rows.map((row) => row.map((cell) => plain(cell)))
        expect(back.slice(1).map((row) => row.map(plain))).toEqual(given)
      }),
    )
  })
})
