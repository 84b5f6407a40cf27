import type { Raw, SectionField } from '@/lib/catalogue/drafts/draft-section'
import type { NeedsProfile } from '../needs-profile'
import { accepted, avoid } from './accept-sections'
import { budget, floor, ownCost, term } from './money-sections'
import { epics, needs } from './need-sections'
import type { NeedsFacts, NeedsSection } from './needs-section'
import { practiceSection } from './practice-section'
import { listSize } from './size-section'
import { today } from './today-section'
import { wishes } from './wish-section'

/** The steps of a profile, in their order. */
export const needsSections: NeedsSection[] = [
  practiceSection,
  needs,
  epics,
  wishes,
  today,
  listSize,
  term,
  budget,
  floor,
  accepted,
  avoid,
  ownCost,
]
export const needsSectionOf = (slug: string): NeedsSection | undefined => needsSections.find((s) => s.slug === slug)

/** The first step that keeps a plan from being asked for; undefined where it may be. */
export const firstMissing = (profile: NeedsProfile, facts: NeedsFacts): NeedsSection | undefined =>
  needsSections.find((section) => ['not-started', 'in-progress'].includes(section.step(profile, facts)))

/** What the browser sent, as these fields read it: several values where boxes are ticked, otherwise one text. */
export function rawOfForm(fields: SectionField[], form: FormData): Raw {
  const several = new Set(fields.filter(({ kind }) => kind === 'checks').map(({ name }) => name))
  const names = [...new Set([...form.keys()])].filter((name) => !name.startsWith('$'))
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name).filter((value) => typeof value === 'string')
      const text = values.map((value) => value.replaceAll('\r\n', '\n'))
      return [name, several.has(name) ? text : (text.at(-1) ?? '')]
    }),
  )
}
