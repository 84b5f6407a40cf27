import PDFDocument from 'pdfkit'

/** What a document holds, in reading order; every block is tagged, so that a screen reader can read it. */
export type PdfBlock =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'table'; caption: string; header: string[]; rows: string[][] }
/** `footer` stands at the foot of every page. */
export type PdfText = { title: string; blocks: PdfBlock[]; footer?: string }

const [margin, small] = [40, 8] as const
/** Tables of more columns than this lie on their side. */
const mostUpright = 5

/**
 * A tagged PDF 1.7 in British English with a title. The same text at the same moment is the same file: its dates and its id
 * follow from `madeAt` and nothing else.
 */
export async function pdfDocument({ title, blocks, footer }: PdfText, madeAt: Date): Promise<Buffer> {
  const columns = Math.max(1, ...blocks.map((block) => (block.kind === 'table' ? block.header.length : 1)))
  const doc = new PDFDocument({
    size: 'A4',
    layout: columns > mostUpright ? 'landscape' : 'portrait',
    margin,
    pdfVersion: '1.7',
    lang: 'en-GB',
    tagged: true,
    bufferPages: footer !== undefined,
    displayTitle: true,
    info: { Title: printable(title), CreationDate: madeAt, ModDate: madeAt },
  })
  const chunks: Buffer[] = []
  doc.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve) => doc.on('end', resolve))
  const root = doc.struct('Document')
  doc.addStructure(root)
  heading(doc, root, 'H1', title, 18)
  for (const block of blocks) draw(doc, root, block)
  root.end()
  if (footer !== undefined) footEveryPage(doc, footer)
  doc.end()
  await done
  return Buffer.concat(chunks)
}

/** Outside the reading order: an artifact, which a screen reader does not repeat on every page. */
function footEveryPage(doc: Doc, footer: string): void {
  const { start, count } = doc.bufferedPageRange()
  for (let i = start; i < start + count; i++) {
    doc.switchToPage(i)
    const { bottom } = doc.page.margins
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] } as never)
    doc.font('Helvetica').fontSize(small)
    doc.text(`${printable(footer)}, page ${i - start + 1} of ${count}`, margin, doc.page.height - margin + small, {
      lineBreak: false,
    })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
  }
}

/** The answer of an address that downloads a document. */
export function pdfAnswer(name: string, bytes: Buffer): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}

type Doc = PDFKit.PDFDocument
type Element = PDFKit.PDFStructureElement

function draw(doc: Doc, root: Element, block: PdfBlock): void {
  if (block.kind === 'heading') heading(doc, root, 'H2', block.text, 13)
  if (block.kind === 'text') paragraph(doc, root, block.text)
  if (block.kind === 'table') table(doc, root, block)
}

function table(doc: Doc, root: Element, block: PdfBlock & { kind: 'table' }): void {
  heading(doc, root, 'H2', block.caption, 13)
  doc.font('Helvetica').fontSize(block.header.length > mostUpright ? small : small + 1)
  doc.table({
    structParent: root,
    defaultStyle: { padding: 4, border: 0.5, borderColor: '#768692', align: { x: 'left', y: 'top' } },
    data: [
      block.header.map((text) => ({ text: printable(text), type: 'TH' as const, font: { src: 'Helvetica-Bold' } })),
      ...block.rows.map((row) =>
        row.map((text, i) => ({ text: printable(text), type: i === 0 ? ('TH' as const) : ('TD' as const) })),
      ),
    ],
  } as PDFKit.Mixins.TableOptionsWithData)
  doc.x = margin
  doc.moveDown()
}

function heading(doc: Doc, root: Element, type: 'H1' | 'H2', text: string, size: number): void {
  const write = () => {
    doc.font('Helvetica-Bold').fontSize(size).text(printable(text)).moveDown(0.4)
  }
  root.add(doc.struct(type, {}, [write]))
}

function paragraph(doc: Doc, root: Element, text: string): void {
  const write = () => {
    doc.font('Helvetica').fontSize(10).text(printable(text)).moveDown(0.6)
  }
  root.add(doc.struct('P', {}, [write]))
}

/** The standard fonts know the letters of Windows-1252 only: others lose their accents, or become a question mark. */
function printable(text: string): string {
  return [...text.replaceAll('−', '-').replaceAll('→', 'to')].map((c) => (known.test(c) ? c : plainer(c))).join('')
}
const known = /[\n\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/
const plainer = (c: string): string => {
  const base = c.normalize('NFKD').replace(/\p{M}/gu, '')
  return base !== '' && [...base].every((letter) => known.test(letter)) ? base : '?'
}
