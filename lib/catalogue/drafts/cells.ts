import { z } from 'zod'
import { isDay } from '@/lib/platform/days'
import { asTyped, many, one, orNull, type Raw, type SectionField } from './draft-section'

/**
 * One member of a block of a form, such as the email of the second contact. A block is asked, filled and read by one table of
 * cells, so that what is shown and what is accepted cannot differ.
 */
export type Cell = {
  label: string
  kind: 'text' | 'area' | 'link' | 'email' | 'time' | 'day' | 'yes-no' | 'choice' | 'select' | 'checks'
  max?: number
  hint?: string
  /** In a block that is used, this must not stay empty. */
  needed?: boolean
  pattern?: { test: RegExp; words: string }
  options?: { value: string; text: string }[]
}
export type Cells = Record<string, Cell>
type Value = string | string[] | boolean | null
type Filled = Record<string, Value>

const limits: Partial<Record<Cell['kind'], number>> = { link: 1000, email: 256, time: 5, day: 10 }
const limitOf = (cell: Cell): number => cell.max ?? limits[cell.kind] ?? 1000
const yesNo = [
  { value: '', text: 'Not stated' },
  { value: 'yes', text: 'Yes' },
  { value: 'no', text: 'No' },
]
const hints: Partial<Record<Cell['kind'], string>> = {
  link: 'Begins with https://, up to 1,000 characters',
  time: 'Like 08:00',
}
const controls: Record<Cell['kind'], SectionField['kind']> = {
  text: 'text',
  area: 'area',
  link: 'text',
  email: 'text',
  time: 'text',
  day: 'day',
  'yes-no': 'choice',
  choice: 'choice',
  select: 'select',
  checks: 'checks',
}

/** Options of a choice from a table of words, with "not stated" first where nothing need be chosen. */
export const optionsOf = <K extends string>(words: Record<K, string>) =>
  (Object.entries(words) as [K, string][]).map(([value, text]) => ({ value, text }))
export const orNotStated = (options: { value: string; text: string }[]) => [
  { value: '', text: 'Not stated' },
  ...options,
]

/** The fields of one block, their limits in their hints. */
export function blockFields(prefix: string, group: string, cells: Cells): SectionField[] {
  return Object.entries(cells).map(([key, cell]) => {
    const kind = controls[cell.kind]
    const isText = kind === 'text' || kind === 'area'
    const hint = cell.hint ?? hints[cell.kind] ?? (isText ? upTo(limitOf(cell)) : undefined)
    return {
      name: `${prefix}-${key}`,
      label: cell.label,
      kind,
      group,
      ...(hint && { hint }),
      ...(isText && { max: limitOf(cell) }),
      ...((kind === 'choice' || kind === 'select') && { options: cell.options ?? yesNo }),
      ...(kind === 'checks' && { options: cell.options ?? [] }),
    }
  })
}

export const upTo = (max: number): string => `Up to ${max.toLocaleString('en-GB')} characters`

/** What a block's fields show of a value. */
export function blockValues(prefix: string, cells: Cells, value: object | undefined): Raw {
  const known = (value ?? {}) as Record<string, Value | undefined>
  return Object.fromEntries(
    Object.entries(cells).map(([key, { kind }]) => {
      const held = known[key] ?? null
      if (kind === 'checks') return [`${prefix}-${key}`, Array.isArray(held) ? held : []]
      return [`${prefix}-${key}`, typeof held === 'boolean' ? (held ? 'yes' : 'no') : (held ?? '')]
    }),
  )
}

/** Reads a block; undefined where nothing at all was filled in. What is wrong is said at its field. */
export function readBlock<T>(form: Raw, ctx: z.RefinementCtx, prefix: string, cells: Cells): T | undefined {
  const filled: Filled = {}
  for (const [key, cell] of Object.entries(cells)) filled[key] = readCell(form, `${prefix}-${key}`, cell)
  if (Object.values(filled).every(isEmpty)) return undefined
  for (const [key, cell] of Object.entries(cells)) {
    const wrong = faultOf(cell, filled[key]!)
    if (wrong) ctx.addIssue({ code: 'custom', path: [`${prefix}-${key}`], message: wrong })
  }
  return filled as T
}

function readCell(form: Raw, name: string, { kind, options }: Cell): Value {
  if (kind === 'checks') return many(form, name).filter((value) => options?.some((o) => o.value === value))
  const text = one(form, name)
  if (kind === 'yes-no') return { yes: true, no: false }[text] ?? null
  if (kind === 'choice' || kind === 'select') return options?.some((o) => o.value === text) ? orNull(text) : null
  return orNull(asTyped(text))
}

const isEmpty = (value: Value): boolean => value === null || (Array.isArray(value) && value.length === 0)

function faultOf(cell: Cell, value: Value): string | undefined {
  if (isEmpty(value)) return cell.needed ? `Enter this, or leave all of it empty: ${cell.label}` : undefined
  if (typeof value !== 'string') return undefined
  if (value.length > limitOf(cell)) return `This must be ${limitOf(cell).toLocaleString('en-GB')} characters or fewer`
  if (cell.pattern && !cell.pattern.test.test(value)) return cell.pattern.words
  if (cell.kind === 'link' && !z.url({ protocol: /^https$/ }).safeParse(value).success)
    return 'Enter a link that begins with https://'
  if (cell.kind === 'email' && !z.email().safeParse(value).success)
    return 'Enter an email address, like name@example.com'
  if (cell.kind === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(value)) return 'Enter a time of day, like 08:00'
  if (cell.kind === 'day' && !isDay(value)) return 'Enter a real date, like 2027-04-01'
  return undefined
}

/** A repeating part of a form: blocks for those in use and one more, up to its limit. */
export type Rows = { letter: string; title: string; most: number; cells: Cells }

const blocks = (count: number, letter: string): string[] => Array.from({ length: count }, (_, i) => `${letter}${i}`)

export const rowFields = ({ letter, title, most, cells }: Rows, used: number): SectionField[] =>
  blocks(Math.min(used + 1, most), letter).flatMap((prefix, i) => blockFields(prefix, `${title} ${i + 1}`, cells))

export const rowValues = ({ letter, cells }: Rows, values: object[]): Raw =>
  Object.assign({}, ...values.map((value, i) => blockValues(`${letter}${i}`, cells, value)))

/** Every row that says something, in order; `make` is told which block it stood in. */
export const readRows = <T, R = T>(
  form: Raw,
  ctx: z.RefinementCtx,
  { letter, most, cells }: Rows,
  make: (row: T, prefix: string) => R = (row) => row as unknown as R,
): R[] =>
  blocks(most, letter).flatMap((prefix) => {
    const row = readBlock<T>(form, ctx, prefix, cells)
    return row === undefined ? [] : [make(row, prefix)]
  })

/** The members that say something: what is not stated is left out of the text altogether. */
export const stated = <T extends object>(value: T): Partial<T> =>
  Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== null && !(Array.isArray(member) && member.length === 0)),
  ) as Partial<T>
