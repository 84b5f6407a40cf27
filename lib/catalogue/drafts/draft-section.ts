import { z } from 'zod'
import type { Listing } from '../listing'
import type { OtherModule } from '../listing-reference'
import type { EpicName, ReferenceNames } from '../module-view'

/** A control of a section's form. Fields of one group stand together under its title. */
export type SectionField = {
  name: string
  label: string
  kind: 'text' | 'day' | 'area' | 'check' | 'checks' | 'choice' | 'select' | 'hidden'
  hint?: string
  max?: number
  options?: { value: string; text: string }[]
  group?: string
}

/** What a form sends, by the name of its field: several values for `checks`, one text for all others. */
export type Raw = Record<string, string | string[]>

/** Names of the national reference, with the epics of each capability where they are asked. */
export type DraftNames = ReferenceNames & {
  epics?: Record<string, EpicName[]>
  /** The module that the draft is about, and other modules: those it names, and those that were just looked for. */
  ownId?: string
  modules?: Record<string, OtherModule>
  found?: OtherModule[] | undefined
}

/** One page of the listing's long form: how it is asked, read, judged and shown. */
export type DraftSection = {
  slug: string
  /** Its place on the module page (catalogue §4). */
  code: string
  title: string
  /** Of which listings it must be complete before they are submitted (LST-2). */
  needed: 'always' | 'of-modules' | 'never'
  /** Whether it is asked of a module only; of an associated service it is then not applicable. */
  modulesOnly?: true
  fields: (listing: Listing, names: DraftNames) => SectionField[]
  values: (listing: Listing) => Raw
  /** Reads the form. A section may be saved with gaps, never with what could not be published. */
  schema: z.ZodType<Partial<Listing>>
  isDone: (listing: Listing) => boolean
  /** What may not be claimed anew, by field; the national reference decides. */
  faults?: (next: Listing, before: Listing, names: DraftNames) => Record<string, string[]>
}

/** Fields that send several values: those of one name, and the boxes of a block. */
const severalNames = new Set(['frameworkIds', 'capabilityIds', 'requires', 'new-modules'])
export const takesSeveral = (name: string): boolean =>
  severalNames.has(name) || /^(C\d{1,2}-(met|not)|h\d+-days|browser-browsers)$/.test(name)

export const rawForm = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

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

/** What stands at a field now, beside each that was typed otherwise, for whoever saved too late (LST-1). */
export const whatDiffers = (fields: SectionField[], now: Raw, typed: Raw): Record<string, string[]> =>
  Object.fromEntries(
    fields
      .filter(({ name, kind }) => kind !== 'hidden' && asOneText(now, name) !== asOneText(typed, name))
      .map(({ name }) => [name, [`It now says: “${asOneText(now, name) || 'nothing'}”`]]),
  )

const asOneText = (raw: Raw, name: string): string => many(raw, name).join(', ')
