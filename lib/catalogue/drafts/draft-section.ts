import type { z } from 'zod'
import type { Listing } from '../listing'
import type { ReferenceNames } from '../module-view'

/** A control of a section's form. Fields of one group stand together under its title. */
export type SectionField = {
  name: string
  label: string
  kind: 'text' | 'day' | 'area' | 'check' | 'checks' | 'choice' | 'hidden'
  hint?: string
  max?: number
  options?: { value: string; text: string }[]
  group?: string
}

/** What a form sends, by the name of its field: several values for `checks`, one text for all others. */
export type Raw = Record<string, string | string[]>

/** One page of the listing's long form: how it is asked, read, judged and shown. */
export type DraftSection = {
  slug: string
  /** Its place on the module page (catalogue §4). */
  code: string
  title: string
  /** Whether a listing without it cannot be submitted (LST-2). */
  needed: boolean
  fields: (listing: Listing, names: ReferenceNames) => SectionField[]
  values: (listing: Listing) => Raw
  /** Reads the form. A section may be saved with gaps, never with what could not be published. */
  schema: z.ZodType<Partial<Listing>>
  isDone: (listing: Listing) => boolean
}

/** One value of a raw form as text. */
export const one = (raw: Raw, name: string): string => [raw[name] ?? ''].flat()[0] ?? ''
export const many = (raw: Raw, name: string): string[] => [raw[name] ?? []].flat().filter((value) => value !== '')
export const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The lines of a text, without empty ones. */
export const linesOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** Browsers send line ends as CR LF; we keep LF. */
export const asTyped = (text: string): string => text.replaceAll('\r\n', '\n')
