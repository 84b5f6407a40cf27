import { keyOf, keySeparator } from '../imports/table-write'

/** A field that a curator may set: `name` is the column. Days are `YYYY-MM-DD`; a list is text with commas between. */
export type CorrectableField = {
  name: string
  label: string
  hint?: string
  type: 'text' | 'long' | 'choice' | 'whole' | 'day' | 'yes-no' | 'list'
  options?: Record<string, string>
  optional?: true
  /** Characters of a text, or the greatest number. */
  most?: number
}

/** A kind of reference data that public files bring and curators keep: which table, which key, which fields. Names are the house’s own. */
export type ReferenceKind = {
  /** In addresses: 'capabilities'. */
  slug: string
  title: string
  one: string
  table: string
  /** The key columns, with the pattern of a new one; a kind that only files bring has no pattern. */
  key: { name: string; label: string; pattern: RegExp; example: string }[]
  mayAdd: boolean
  /** The column that names a row in lists. */
  heading: string
  fields: CorrectableField[]
  /** What its fields may not say together: field → reasons. */
  check?: (values: Values) => Record<string, string[]>
  /** Columns of the key that name a row of another table by its `id`. */
  refersTo?: Record<string, string>
  /** Columns of a new row that nobody types. */
  fixed?: Record<string, unknown>
}

export type Value = string | number | boolean | null | string[]
export type Values = Record<string, Value>

/** A value that a curator set, against or beside what the file says. Column `*`: the whole row is the curator’s own. */
export type Correction = {
  id: string
  rowKey: string
  column: string
  value: Value | Values
  was: Value | null
  reason: string
  madeById: string
  madeAt: Date
  /** Null while it holds against every later file. */
  endedAt: Date | null
}

/** A row’s key as one text, as imports write it. */
export const rowKeyOf = (kind: ReferenceKind, values: Values): string =>
  keyOf({ key: kind.key.map(({ name }) => name) }, values)

/** The same in an address: `E00109@C1`. */
export const addressOf = (rowKey: string): string => rowKey.replaceAll(keySeparator, '@')
export const keyFromAddress = (address: string): string => address.replaceAll('@', keySeparator)
