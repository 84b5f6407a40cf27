import { describe, expect, it } from 'vitest'
import { readPdf } from '@/lib/testing/read-pdf'
import { pdfDocument } from './pdf-document'

const madeAt = new Date('2026-03-02T10:00:00Z')
const text = {
  title: 'Modules compared',
  blocks: [
    { kind: 'text' as const, text: 'As of 2 March 2026. Prices exclude VAT: £1.26 – “Ōmega” costs −£1.' },
    {
      kind: 'table' as const,
      caption: 'Prices',
      header: ['What', 'A'],
      rows: Array.from({ length: 60 }, (_, i) => [`Line ${i}`, 'a long answer '.repeat(12)]),
    },
  ],
}

describe('CAT-9 a PDF', () => {
  it('is tagged, in British English, with a title, and says its text', async () => {
    const read = readPdf(await pdfDocument(text, madeAt))
    expect([read.language, read.marked, read.title]).toEqual(['en-GB', true, 'Modules compared'])
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(read.tags).toContain(tag)
    expect(read.text).toContain('£1.26 – “Omega” costs -£1.')
    expect(read.text).toContain('Line 59')
    expect(read.pages).toBeGreaterThan(1)
  })

  it('is the same file for the same text and moment, and another for another', async () => {
    const [a, b, c] = await Promise.all([
      pdfDocument(text, madeAt),
      pdfDocument(text, madeAt),
      pdfDocument({ ...text, title: 'Others' }, madeAt),
    ])
    expect(a.equals(b)).toBe(true)
    expect(a.equals(c)).toBe(false)
  })
})
