import { checkFile } from '@/lib/platform/imports/check-file'
import type { CheckedFile, ImporterDeclaration } from '@/lib/platform/imports/importer'

/** Checks a small file given as text, as the importer would. */
export function checkText<Refs, Row>(
  importer: ImporterDeclaration<Refs, Row>,
  refs: Refs,
  text: string,
  name = 'fixture.csv',
): Promise<CheckedFile> {
  return checkFile(importer, refs, { name, bytes: Buffer.from(text, 'utf8') })
}

/** A CSV of a header and rows. */
export const csv = (header: string, ...rows: string[]): string => `${[header, ...rows].join('\n')}\n`

/** `line:column:code` of each remark: what most tests compare. */
export const places = (issues: CheckedFile['errors']): string[] =>
  issues.map((issue) => `${issue.line}:${issue.column}:${issue.code}`)
