import { describe, expect, it } from 'vitest'
import { maximumBytes, readCsv } from './read-csv'

const read = (text: string) => readCsv(Buffer.from(text, 'utf8'))
const lines = (text: string) => read(text).rows.map(({ line, cells }) => [line, ...cells])

describe('reading a public file', () => {
  it('knows the line of each row, with quoted line breaks and empty lines between', () => {
    expect(lines('a,b\n1,2\n\n"x\ny",3\n4,5\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
      [4, 'x\ny', '3'],
      [6, '4', '5'],
    ])
  })

  it('allows a byte order mark, CRLF, and an open end, which it tells', () => {
    expect(lines('\ufeffa,b\r\n1,2\r\n')).toEqual([
      [1, 'a', 'b'],
      [2, '1', '2'],
    ])
    expect(read('a\n1\n').openEnd).toBe(false)
    expect(read('a\n1').openEnd).toBe(true)
    expect(lines('a\n1\n2')).toEqual([
      [1, 'a'],
      [2, '1'],
      [3, '2'],
    ])
  })

  it('names the line that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('a,b\n1,2\n3,'), Buffer.from([0xe9]), Buffer.from('\n4,5\n')])
    expect(readCsv(bytes).errors).toMatchObject([{ line: 3, code: 'encoding' }])
    expect(readCsv(Buffer.from('a,b\n1,2\n', 'utf16le')).errors).toMatchObject([{ line: 1, code: 'encoding' }])
  })

  it('names the line of a quotation mark that is never closed', () => {
    expect(read('a,b\n1,2\n"3,4\n5,6\n').errors).toMatchObject([{ code: 'format' }])
    expect(read('a,b\n1,"2"x\n').errors).toMatchObject([{ code: 'format' }])
  })

  it('never evaluates a cell', () => {
    expect(read('a\n=1+1\n').rows[1]!.cells).toEqual(['=1+1'])
  })

  it('refuses what is empty or too large', () => {
    expect(read('').errors).toMatchObject([{ code: 'required' }])
    expect(readCsv(Buffer.alloc(maximumBytes + 1, 'a')).errors).toMatchObject([{ code: 'out-of-range' }])
    expect(read(`a\n${'1\n'.repeat(200_001)}`).errors).toMatchObject([{ code: 'out-of-range' }])
  })
})
