import { dayWords, isDay } from '@/lib/platform/days'
import { isService, type Listing } from '../listing'
import { capabilities, integrations } from './claim-sections'
import { dataProcessing } from './data-section'
import {
  asTyped,
  type DraftNames,
  type DraftSection,
  many,
  one,
  type Raw,
  type SectionField,
  takesSeveral,
} from './draft-section'
import { emptyListing } from './listing-draft'
import { needs } from './needs-section'
import { prices } from './price-sections'
import { services } from './service-section'
import { roadMap, supplier, support } from './support-sections'
import { applications, hosting } from './technical-sections'
import { description, features, implementation } from './text-sections'

/** The pages of a listing's long form, in the order of the module page (LST-2). */
export const draftSections: DraftSection[] = [
  description,
  features,
  capabilities,
  prices,
  needs,
  services,
  integrations,
  implementation,
  applications,
  hosting,
  dataProcessing,
  support,
  roadMap,
  supplier,
]

export const sectionOf = (slug: string): DraftSection | undefined => draftSections.find((s) => s.slug === slug)
export const sectionTitle = (slug: string): string => sectionOf(slug)?.title ?? slug

export type Progress = 'not-started' | 'incomplete' | 'complete' | 'not-applicable'
export const progressWords: Record<Progress, string> = {
  'not-started': 'Not started',
  incomplete: 'Incomplete',
  complete: 'Complete',
  'not-applicable': 'Not applicable',
}

const applies = (section: DraftSection, listing: Listing): boolean => !(section.modulesOnly && isService(listing))

/** Whether a listing of that kind cannot be submitted without the section (LST-2). */
export const isNeeded = (section: DraftSection, listing: Listing): boolean =>
  section.needed === 'always' || (section.needed === 'of-modules' && !isService(listing))

/** How far a section is: not asked of this kind of product, untouched, with gaps, or done. */
export function progressOf(section: DraftSection, listing: Listing): Progress {
  if (!applies(section, listing)) return 'not-applicable'
  if (section.isDone(listing)) return 'complete'
  const untouched = section.values(emptyListing(listing.version))
  return JSON.stringify(section.values(listing)) === JSON.stringify(untouched) ? 'not-started' : 'incomplete'
}

/** `9 of 14 sections complete, 2 of 8 needed ones to go`: how far the whole listing is. */
export function progressFigure(listing: Listing): string {
  const asked = draftSections.filter((section) => applies(section, listing))
  const done = asked.filter((section) => section.isDone(listing))
  const [missing, needed] = [missingSections(listing), asked.filter((section) => isNeeded(section, listing))]
  const rest =
    missing.length === 0 ? 'every needed one is' : `${missing.length} of ${needed.length} needed ones still to complete`
  return `${done.length} of ${asked.length} sections complete; ${rest}`
}

/** Sections that must be complete before a listing can be submitted, and are not. */
export const missingSections = (listing: Listing): DraftSection[] =>
  draftSections.filter((section) => isNeeded(section, listing) && !section.isDone(listing))

/** The next section to fill in. */
export const nextSection = (listing: Listing): DraftSection | undefined => missingSections(listing)[0]

/** A field's value as somebody reads it: the words of what was chosen, or the text. */
function shown(field: SectionField, raw: Raw): string {
  const words = (value: string) => field.options?.find((option) => option.value === value)?.text ?? value
  if (field.kind === 'checks') return many(raw, field.name).map(words).join(', ')
  const value = one(raw, field.name)
  if (field.kind === 'check') return value === 'yes' ? 'Yes' : ''
  if (field.kind === 'day' && isDay(value)) return dayWords(value)
  return value === '' ? '' : words(value)
}

const labelOf = (field: SectionField) => (field.group ? `${field.group}: ${field.label}` : field.label)

/** What a section says, line by line; nothing for what is not stated. */
export function summaryOf(section: DraftSection, listing: Listing, names: DraftNames) {
  const raw = section.values(listing)
  return section
    .fields(listing, names)
    .filter((field) => field.kind !== 'hidden')
    .map((field) => ({ name: field.name, label: labelOf(field), value: shown(field, raw) }))
    .filter((line) => line.value !== '')
}

export type Difference = { section: string; title: string; label: string; before: string; after: string }

/** Where two texts differ, field by field; a field that is not stated is empty. */
export function differencesOf(before: Listing | undefined, after: Listing, names: DraftNames): Difference[] {
  const old = before ?? emptyListing(after.version)
  return draftSections.flatMap((section) => {
    const [was, is] = [summaryOf(section, old, names), summaryOf(section, after, names)]
    const labels = new Map([...was, ...is].map((line) => [line.name, line.label]))
    const valueIn = (lines: typeof was, name: string) => lines.find((line) => line.name === name)?.value ?? ''
    return [...labels]
      .map(([name, label]) => ({
        section: section.slug,
        title: section.title,
        label,
        before: valueIn(was, name),
        after: valueIn(is, name),
      }))
      .filter((line) => line.before !== line.after)
  })
}

/** The same for a reader in a hurry: a line a section, what was added, changed and taken away. */
export function differenceWords(differences: Difference[]): string[] {
  return draftSections.flatMap(({ slug, title }) => {
    const own = differences.filter((line) => line.section === slug)
    const labels = (lines: Difference[]) => lines.map((line) => line.label).join(', ')
    const parts = [
      ['added', labels(own.filter((line) => line.before === ''))],
      ['changed', labels(own.filter((line) => line.before !== '' && line.after !== ''))],
      ['taken away', labels(own.filter((line) => line.after === ''))],
    ].flatMap(([what, which]) => (which === '' ? [] : [`${what}: ${which}`]))
    return parts.length === 0 ? [] : [`${title} (${parts.join('; ')})`]
  })
}

/** The form of a section as its schema reads it: several values only where the field takes several. */
export function rawOf(section: DraftSection, form: FormData): Raw {
  const names = [...new Set([...form.keys()])].filter((name) => !name.startsWith('$'))
  const texts = names.map((name) => [
    name,
    form.getAll(name).flatMap((value) => (typeof value === 'string' ? [asTyped(value)] : [])),
  ])
  const sent = Object.fromEntries(texts) as Record<string, string[]>
  const known = Object.keys(section.values(emptyListing('1.0.0')))
  return Object.fromEntries(
    [...new Set([...names, ...known])].map((name) => {
      const values = sent[name] ?? []
      return [name, takesSeveral(name) ? values : (values[0] ?? '')]
    }),
  )
}

/** What somebody typed against what now stands there: field → the words that now stand, for a save that came too late (LST-1). */
export function othersWords(
  section: DraftSection,
  theirs: Listing,
  typed: Raw,
  names: DraftNames,
): Record<string, string[]> {
  const now = section.values(theirs)
  return Object.fromEntries(
    section
      .fields(theirs, names)
      .filter((field) => field.kind !== 'hidden' && shown(field, now) !== shown(field, typed))
      .map((field) => [field.name, [`It now says: “${shown(field, now) || 'nothing'}”`]]),
  )
}
