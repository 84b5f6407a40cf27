import { describe, expect, it } from 'vitest'
import { checkText, csv, places } from '@/lib/testing/check-fixture'
import { checkFile } from './check-file'
import type { ImporterDeclaration, Progress } from './importer'
import { wholeNumber } from './row-checks'

const importer: ImporterDeclaration<{ ready: boolean }, { code: string; size: number }> = {
  kind: 'sizes',
  title: 'Sizes',
  source: 'invented',
  formats: [
    { name: 'named', columns: ['code', 'size'], headerless: { cells: 3, positions: { code: 1, size: 3 } } },
    { name: 'other', columns: ['id', 'amount', 'day'] },
  ],
  key: ['code'],
  missing: (refs) => (refs.ready ? undefined : 'import the others first'),
  check(cells, _refs, remarks) {
    const size = wholeNumber(cells, 'size', 0, 100, remarks)
    if (size === 0) remarks.warn('size', 'doubtful', 'nothing')
    return size === undefined ? undefined : { code: cells.code!, size }
  },
  writes: (rows) => [
    {
      table: 'Size',
      columns: { code: 'text', size: 'integer' },
      key: ['code'],
      mode: 'upsert',
      rows: rows.map(({ line, row }) => ({ lines: [line], values: row })),
    },
  ],
}
const ready = { ready: true }

describe('checking a file', () => {
  it('takes columns in any order and ignores unknown ones', async () => {
    const file = await checkText(importer, ready, csv('extra,size,code', 'x,5,A', 'y,0,B'))
    expect(file.errors).toEqual([])
    expect(file.writes[0]!.rows.map((row) => row.values)).toEqual([
      { code: 'A', size: 5 },
      { code: 'B', size: 0 },
    ])
    expect(places(file.warnings)).toEqual(['3:size:doubtful'])
  })

  it('rejects a missing column by its name, and a column named twice', async () => {
    expect(places((await checkText(importer, ready, csv('code,amount', 'A,5'))).errors)).toEqual(['1:size:required'])
    expect(places((await checkText(importer, ready, csv('code,size,size', 'A,5,6'))).errors)).toEqual([
      '1:size:duplicate-key',
    ])
  })

  it('reads a file without header by position', async () => {
    const file = await checkText(importer, ready, 'A,x,7\nB,y,8\n')
    expect(file.writes[0]!.rows.map((row) => row.values)).toEqual([
      { code: 'A', size: 7 },
      { code: 'B', size: 8 },
    ])
    expect(file.total).toBe(2)
  })

  it('tells every wrong row by line, column, code and value, and writes nothing', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => (i === 15 ? 'R15,many' : i === 17 ? 'R3,1' : `R${i},${i}`))
    const file = await checkText(importer, ready, csv('code,size', ...rows))
    expect(places(file.errors)).toEqual(['17:size:format', '19:code:duplicate-key'])
    expect(file.errors[0]).toMatchObject({ value: 'many', reason: 'a whole number is expected' })
    expect(file.errors[1]!.reason).toBe('the same code stands on line 5')
    expect(file.writes).toEqual([])
  })

  it('says that a torn last row may be a file cut off', async () => {
    const file = await checkText(importer, ready, 'code,size\nA,1\nB')
    expect(places(file.errors)).toEqual(['3::format'])
    expect(file.errors[0]!.reason).toContain('may be cut off')
  })

  it('rejects a long file whose last line has no line break, and warns of a short one', async () => {
    const long = `code,size\n${Array.from({ length: 101 }, (_, i) => `R${i},1`).join('\n')}`
    expect(places((await checkText(importer, ready, long)).errors)).toEqual(['102::format'])
    expect((await checkText(importer, ready, `${long}\n`)).errors).toEqual([])
    expect(places((await checkText(importer, ready, 'code,size\nA,1')).warnings)).toEqual(['2::doubtful'])
  })

  it('asks for what must be imported first instead of blaming every row', async () => {
    const file = await checkText(importer, { ready: false }, csv('code,size', 'A,1'))
    expect(file.errors).toMatchObject([{ line: 1, reason: 'import the others first' }])
  })

  it('takes the day from the name, and refuses a file of nothing but a header', async () => {
    expect((await checkText(importer, ready, csv('code,size', 'A,1'), 'sizes-2025-08.csv')).asOf).toBe('2025-08-31')
    expect((await checkText(importer, ready, csv('code,size', 'A,1'), 'sizes-2025-08-03.csv')).asOf).toBe('2025-08-03')
    expect(places((await checkText(importer, ready, csv('code,size'))).errors)).toEqual(['1::required'])
  })

  it('tells its progress every 500 rows', async () => {
    const told: Progress[] = []
    const rows = Array.from({ length: 1200 }, (_, i) => `R${i},1`)
    await checkFile(importer, ready, { name: 'a.csv', bytes: Buffer.from(csv('code,size', ...rows)) }, (p) => {
      told.push(p)
    })
    expect(told.map((p) => p.checked)).toEqual([0, 500, 1000, 1200])
  })
})
