import { isDay } from '../days'
import { groupBy } from '../group-by'
import type { TableWrite } from '../imports/table-write'
import { keyOf } from '../imports/table-write'
import type { CorrectableField, Correction, ReferenceKind, Value, Values } from './correction'

/** What a form sent, read as the kind’s fields; or the problems, field by field. */
export function readValues(
  { fields, check }: Pick<ReferenceKind, 'fields' | 'check'>,
  raw: Record<string, string>,
): { values: Values } | { problems: Record<string, string[]> } {
  const problems: Record<string, string[]> = {}
  const values: Values = {}
  for (const field of fields) {
    const text = (raw[field.name] ?? '').trim()
    const problem = problemOf(field, text)
    if (problem) problems[field.name] = [problem]
    else values[field.name] = read(field, text)
  }
  if (Object.keys(problems).length > 0) return { problems }
  const together = check?.(values) ?? {}
  return Object.keys(together).length > 0 ? { problems: together } : { values }
}

function problemOf({ label, type, options, optional, most }: CorrectableField, text: string): string | undefined {
  if (text === '') return optional ? undefined : `Enter: ${label.toLowerCase()}`
  if (type === 'choice' && !Object.hasOwn(options ?? {}, text)) return 'Choose one of the answers'
  if (type === 'yes-no' && text !== 'yes' && text !== 'no') return 'Choose yes or no'
  if (type === 'list' && options && partsOf(text).some((part) => !Object.hasOwn(options, part)))
    return `Enter only: ${Object.keys(options).join(', ')}`
  if (type === 'day' && !isDay(text)) return 'Enter a real date'
  if (type === 'whole' && (!/^\d{1,9}$/.test(text) || Number(text) > (most ?? 1e9)))
    return `Enter a whole number${most ? ` up to ${most.toLocaleString('en-GB')}` : ''}`
  const isText = type === 'text' || type === 'long' || type === 'list'
  if (isText && text.length > (most ?? 255)) return `Use ${(most ?? 255).toLocaleString('en-GB')} characters or fewer`
  return undefined
}

function read({ type }: CorrectableField, text: string): Value {
  if (type === 'list') return partsOf(text)
  if (text === '') return null
  if (type === 'whole') return Number(text)
  return type === 'yes-no' ? text === 'yes' : text
}

const partsOf = (text: string): string[] => text.split(',').flatMap((part) => part.trim() || [])

/** A value as a form shows it; reading it again gives the value. */
export function textOf(value: Value | undefined): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.join(', ')
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value)
}

/** The fields in which two rows differ. */
export const changedFields = (fields: CorrectableField[], before: Values, after: Values): CorrectableField[] =>
  fields.filter(({ name }) => textOf(before[name]) !== textOf(after[name]))

/** What a new row’s key may not be. */
export function keyProblems(kind: ReferenceKind, raw: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(
    kind.key.flatMap(({ name, pattern, example }) =>
      pattern.test((raw[name] ?? '').trim()) ? [] : [[name, [`Enter an id such as ${example}`]]],
    ),
  )
}

/** The rows of a file with the curators’ values in place of its own: a later file never undoes a correction (IMP-5). */
export function overlay(write: TableWrite, corrections: Correction[]): { write: TableWrite; kept: number } {
  const byRow = groupBy(
    corrections.filter(({ column }) => Object.hasOwn(write.columns, column)),
    (correction) => correction.rowKey,
  )
  let kept = 0
  const rows = write.rows.map((row) => {
    const own = byRow.get(keyOf(write, row.values))
    if (!own) return row
    kept += own.length
    const values = Object.fromEntries(own.map(({ column, value }) => [column, value]))
    return { ...row, values: { ...row.values, ...values } as typeof row.values }
  })
  return { write: { ...write, rows }, kept }
}
