import { addDays, type Day } from '@/lib/platform/days'
import type { Refusal } from '@/lib/platform/refusal'
import { gapsOfDifference, type OldRequirement } from '../refresh/difference-rules'
import type { NewDays, StandardTerms } from './standard-decision-kinds'
import type { StandardDraft } from './standard-draft'
import { missingForPublishing, pastDay } from './standard-draft-rules'

/** How long a look at the preview counts. */
export const previewDaysValid = 7
/** From which part of all practices on a lapse needs a reason (RF-02). */
export const shareThatNeedsReason = 0.05

export type PublishingSituation = {
  draft: StandardDraft
  old: OldRequirement[]
  /** The day on which somebody last looked at the preview of this text. */
  lookedOn: Day | undefined
  /** The part of all practices that use what lapses. */
  lapsingShare: number
  terms: StandardTerms
  today: Day
}

const conflict = (because: string): Refusal => ({ kind: 'conflict', because })

/** What stands against publishing now; undefined where nothing does. Asked by both officers. */
export function againstPublishing(situation: PublishingSituation): Refusal | undefined {
  const { draft, old, lookedOn, lapsingShare, terms, today } = situation
  const { content, difference } = draft
  const [missing] = missingForPublishing(draft)
  if (missing) return conflict(missing)
  // DIFF_INCOMPLETE
  const [gap, ...more] = gapsOfDifference(old, content.requirements, difference)
  if (gap) return conflict(`The difference is not complete: ${gap}${more.length > 0 ? ` and ${more.length} more` : ''}`)
  // DATE_PAST
  const past = pastDay([content.publishedOn, content.effectiveOn, content.transitionEndsOn, content.retiredOn], today)
  if (past) return conflict(`A day of this version has passed: ${past}`)
  // PREVIEW_STALE
  if (!lookedOn || addDays(lookedOn, previewDaysValid) < today)
    return conflict('Nobody has looked at the preview of this text in the last 7 days: look at it first')
  if (lapsingShare >= shareThatNeedsReason && !terms.lapseReason)
    return {
      kind: 'invalid',
      fields: { lapseReason: ['It lapses modules of 5% of practices or more: say why that is right'] },
    }
  return undefined
}

type Published = { legalBasis: string; withdrawnOn: Day | null; days: Record<keyof NewDays, Day | null> }

/** What stands against moving the days of a published version: LAW_BASED, DATE_PAST, and the order of SV-01. */
export function againstRescheduling(
  { legalBasis, withdrawnOn, days }: Published,
  moved: NewDays,
  today: Day,
): Refusal | undefined {
  if (withdrawnOn) return { kind: 'wrong-state', state: 'withdrawn', command: 'reschedule' }
  if (legalBasis === 'LAW') return conflict('Its days come from the law: they cannot be moved here')
  const changed = (Object.keys(moved) as (keyof NewDays)[]).filter((name) => moved[name] !== days[name])
  if (changed.length === 0) return conflict('Name at least one day that changes')
  const past = pastDay(
    changed.flatMap((name) => [moved[name], days[name]]),
    today,
  )
  if (past) return conflict(`A day that has passed cannot be moved, and none can be moved into the past: ${past}`)
  const { publishedOn, effectiveOn, transitionEndsOn, deprecatedOn, retiredOn } = { ...days, ...moved }
  const order = [publishedOn, effectiveOn, transitionEndsOn].filter((d): d is Day => !!d)
  const end = [effectiveOn, deprecatedOn, retiredOn].filter((d): d is Day => !!d)
  return [order, end].some((some) => some.join() !== some.toSorted().join())
    ? conflict('The days must follow each other: published, in effect, end of the transition, and deprecated, retired')
    : undefined
}
