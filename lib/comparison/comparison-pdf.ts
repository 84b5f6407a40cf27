import { type Day, dayWords } from '@/lib/platform/days'
import type { PdfBlock, PdfText } from '@/lib/platform/pdf-document'
import type { ComparisonLine } from './comparison'
import { shortlistDownload } from './comparison-download'
import type { SavedComparisonView } from './saved-comparisons/saved-comparison'
import type { ShortlistView } from './shortlist'

/** A comparison to read or print: one table a section. */
export function comparisonPdf(names: string[], lines: ComparisonLine[], day: Day): PdfText {
  return {
    title: 'Modules side by side',
    blocks: [{ kind: 'text', text: `As of ${dayWords(day)}. Prices exclude VAT.` }, ...tables(names, lines)],
  }
}

/** A saved comparison as it was, and what has changed since. */
export function savedComparisonPdf(saved: SavedComparisonView, day: Day): PdfText {
  const { name, description, asOf, sha256, content, changes } = saved
  const { lines } = content
  const since: PdfBlock[] =
    changes.length === 0
      ? [{ kind: 'text', text: `Nothing has changed between then and ${dayWords(day)}.` }]
      : [
          {
            kind: 'table',
            caption: `What has changed by ${dayWords(day)}`,
            header: ['Module', 'What', 'Then', 'Now'],
            rows: changes.map((c) => [c.module, `${c.section}: ${c.label}`, c.before, c.now]),
          },
        ]
  return {
    title: name,
    blocks: [
      ...(description ? [{ kind: 'text' as const, text: description }] : []),
      { kind: 'text', text: `Saved on ${dayWords(asOf)}. Prices exclude VAT. SHA-256: ${sha256}.` },
      ...tables(
        content.modules.map((m) => m.name),
        lines,
      ),
      ...since,
    ],
  }
}

/** A shortlist to read or print, with what was left out and why. */
export function shortlistPdf(shortlist: ShortlistView, day: Day): PdfText {
  const { header, rows, leftOut } = shortlistDownload(shortlist)
  const columns = [0, 1, 2]
  return {
    title: shortlist.name,
    blocks: [
      { kind: 'text', text: shortlist.description ?? 'A shortlist without a description.' },
      { kind: 'text', text: `As of ${dayWords(day)}.` },
      {
        kind: 'table',
        caption: 'Modules on this shortlist',
        header: columns.map((i) => header[i]!),
        rows: rows.map((row) => columns.map((i) => row[i]!)),
      },
      ...(leftOut.length === 0
        ? []
        : [{ kind: 'table' as const, caption: 'Left out', header: ['Module', 'Reason', 'In words'], rows: leftOut }]),
    ],
  }
}

const tables = (names: string[], lines: ComparisonLine[]): PdfBlock[] =>
  [...new Set(lines.map((line) => line.section))].map((section) => ({
    kind: 'table',
    caption: section,
    header: ['What', ...names],
    rows: lines
      .filter((line) => line.section === section)
      .map((line) => [line.label, ...line.cells.map((c) => c.words)]),
  }))
