import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { downloadName, evidenceTypeOf } from './evidence-file-rules'

const text = (words: string) => new TextEncoder().encode(words)

describe('what a file is', () => {
  it.each([
    ['a PDF', text('%PDF-1.7\n…'), 'application/pdf'],
    ['a PNG', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['JSON', text('{"a":1}'), 'application/json'],
    ['a table', text('a,b\r\n"1,\n2",3\r\n'), 'text/csv'],
    ['a page of mark-up', text('<html>,a\n<b>,c\n'), undefined],
    ['a drawing that may hold a script', text('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
    ['a programme', new Uint8Array([0x4d, 0x5a, 0x90, 0]), undefined],
    ['a number alone', text('42'), undefined],
    ['a letter', text('Dear all,\nno table\n'), undefined],
    ['an archive', new Uint8Array([0x50, 0x4b, 3, 4]), undefined],
    ['nothing', new Uint8Array(), undefined],
  ])('%s is told by its content', (_, bytes, type) => {
    expect(evidenceTypeOf(bytes)).toBe(type)
  })

  it('any bytes have an answer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        evidenceTypeOf(bytes)
      }),
      { numRuns: 1_000 },
    )
  })

  it('a download has a plain name, whatever its title', () => {
    expect(downloadName('Übersicht "2026"\r\nx: y', 'text/csv')).toBe('u-bersicht-2026-x-y.csv')
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(downloadName(title, 'application/pdf')).toMatch(/^[a-z0-9-]{1,80}\.pdf$/)
      }),
      { numRuns: 1_000 },
    )
  })
})
