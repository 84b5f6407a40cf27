export const maximumEvidenceBytes = 20 * 1024 * 1024
export type EvidenceType = 'application/pdf' | 'image/png' | 'application/json' | 'text/csv'

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** What a file is, by its content and never by its name (AS-08); undefined where it is none of the four. */
export function evidenceTypeOf(bytes: Uint8Array): EvidenceType | undefined {
  if (bytes.length === 0) return undefined
  if (png.every((byte, i) => bytes[i] === byte)) return 'image/png'
  if (new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '%PDF-') return 'application/pdf'
  const text = plainText(bytes)
  if (text === undefined) return undefined
  if (isJson(text)) return 'application/json'
  return isTable(text) ? 'text/csv' : undefined
}

/** The text, where it is UTF-8 without control characters. */
function plainText(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a table holds none of these
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text) ? undefined : text
  } catch {
    return undefined
  }
}

function isJson(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null
  } catch {
    return false
  }
}

/** At least two lines, each with the cells of the first, of which there are at least two. Mark-up is no table. */
function isTable(text: string): boolean {
  if (text.trimStart().startsWith('<')) return false
  const rows = text.replace(/"(?:[^"]|"")*"/g, 'q').split(/\r?\n/)
  const cells = rows.filter((row) => row !== '').map((row) => row.split(',').length)
  return cells.length >= 2 && cells[0]! >= 2 && cells.every((n) => n === cells[0])
}

const endings: Record<EvidenceType, string> = {
  'application/pdf': 'pdf',
  'image/png': 'png',
  'application/json': 'json',
  'text/csv': 'csv',
}

/** A name for the download: plain letters, and the ending of what it truly is. */
export function downloadName(title: string, type: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 80)
    .toLowerCase()
  return `${plain || 'evidence'}.${endings[type as EvidenceType] ?? 'bin'}`
}
