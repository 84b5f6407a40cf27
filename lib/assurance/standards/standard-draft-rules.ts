import { strengthOf } from '@/lib/conformance/run/suite-table'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import { addDays, type Day, daysBetween } from '@/lib/platform/days'
import { isMandatory, type StandardDays, type StandardVersion } from '../facts'
import { isNewerVersion } from '../version-order-rules'
import type { ChangeClass, DraftContent, RequirementChange, StandardDraft } from './standard-draft'

/** FA-01: of exactly what is published, the standard and the difference included. */
export const contentSha256 = (standardId: string, content: DraftContent, difference: RequirementChange[]): string =>
  sha256Hex(canonicalJson({ standardId, ...content, difference }))

const transitionDays: Record<Exclude<ChangeClass, 'REPLACE'>, number> = { PATCH: 30, MINOR: 90, MAJOR: 365 }

/** SV-02: the transition's last day where the author names none; REPLACE has the longest of what it replaces. */
export function defaultTransitionEnd(
  changeClass: ChangeClass,
  effectiveOn: Day,
  replaced: Pick<StandardDays, 'effectiveOn' | 'transitionEndsOn'>[],
): Day {
  if (changeClass !== 'REPLACE') return addDays(effectiveOn, transitionDays[changeClass])
  const lengths = replaced.map((r) =>
    r.effectiveOn && r.transitionEndsOn ? daysBetween(r.effectiveOn, r.transitionEndsOn) : transitionDays.MAJOR,
  )
  return addDays(effectiveOn, Math.max(...lengths, 0))
}

type Fields = Record<string, string[]>

/** SV-01, SV-02: what is wrong with the days of a draft, by field. A law's days come from the instrument, so none is worked out. */
export function faultsOfDays(content: DraftContent): Fields {
  const { publishedOn, effectiveOn, transitionEndsOn, deprecatedOn, retiredOn, legalBasis } = content
  const faults: Fields = {}
  if (legalBasis === 'LAW' && !effectiveOn) faults.effectiveOn = ['Give the day that the law names']
  if (legalBasis === 'LAW' && !transitionEndsOn) faults.transitionEndsOn = ['Give the last day that the law names']
  if (publishedOn && effectiveOn && effectiveOn < publishedOn)
    faults.effectiveOn = ['It cannot take effect before it is published']
  if (effectiveOn && transitionEndsOn && transitionEndsOn < effectiveOn)
    faults.transitionEndsOn = ['The transition cannot end before the version takes effect']
  if (effectiveOn && deprecatedOn && deprecatedOn < effectiveOn)
    faults.deprecatedOn = ['It cannot be deprecated before it takes effect']
  if (retiredOn && (deprecatedOn ?? effectiveOn ?? '') > retiredOn)
    faults.retiredOn = ['It cannot be retired before it takes effect or is deprecated']
  return faults
}

/** What is missing before it can be published, in words. */
export function missingForPublishing({ content }: Pick<StandardDraft, 'content'>): string[] {
  const { publishedOn, effectiveOn, transitionEndsOn, requirements } = content
  return [
    ...(publishedOn && effectiveOn && transitionEndsOn
      ? []
      : ['Give the days of publication, of effect and of the end of the transition']),
    ...(requirements.some(isMandatory) ? [] : ['Write at least one requirement that must be met']),
    ...Object.values(faultsOfDays(content)).flat(),
  ]
}

/** DATE_PAST: a day that lies behind cannot be decided any more. */
export function pastDay(days: (Day | null | undefined)[], today: Day): Day | undefined {
  return days.find((day): day is Day => !!day && day < today)
}

/** Its number must be above every version of its own standard that it replaces. */
export const isNumberTaken = (number: string, own: Pick<StandardVersion, 'version'>[]): boolean =>
  own.some((v) => !isNewerVersion({ version: number }, v))

/** The draft as the derivation would read it, had it been published. */
export function versionOfDraft({ id, standardId, content, difference }: StandardDraft): StandardVersion {
  return {
    id,
    standardId,
    version: content.number,
    publishedOn: content.publishedOn,
    effectiveOn: content.effectiveOn,
    transitionEndsOn: content.transitionEndsOn,
    retiredOn: content.retiredOn,
    withdrawnOn: null,
    asserted: null,
    replaces: content.replacesIds,
    requirements: content.requirements.map((r) => ({
      id: r.id,
      level: r.level,
      method: r.method,
      hazard: r.hazard,
      evidenceValidDays: r.evidenceValidDays,
      checks: (r.checks ?? []).map((id) => ({ id, strength: strengthOf(id)! })),
      carriedFrom: difference.flatMap(carriedTo(r.id)),
    })),
  }
}

const carriedTo =
  (id: string) =>
  ({ kind, requirementId, fromVersionId, fromRequirementId }: RequirementChange) =>
    requirementId === id && (kind === 'SAME' || kind === 'REWORDED')
      ? [{ kind, standardVersionId: fromVersionId!, requirementId: fromRequirementId! }]
      : []
