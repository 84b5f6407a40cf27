import type { Level } from '../facts'
import type { DraftRequirement, RequirementChange } from '../standards/standard-draft'

/** A requirement of a replaced version. */
export type OldRequirement = DraftRequirement & { standardVersionId: string }

const strength: Record<Level, number> = { MUST: 3, MUST_NOT: 3, SHOULD: 2, SHOULD_NOT: 2, MAY: 1 }

/** What the texts themselves say of an old requirement and the draft's (RF-01). The author decides; where it asks more, neither SAME nor REWORDED is true. */
export function kindOfChange(old: DraftRequirement, now: DraftRequirement): 'SAME' | 'REWORDED' | 'TIGHTENED' {
  if (asksMore(old, now)) return 'TIGHTENED'
  const words = (r: DraftRequirement) =>
    [r.title, r.text, r.level, r.hazard, r.evidenceValidDays].join('\n').replace(/\s+/g, ' ')
  return words(old) === words(now) ? 'SAME' : 'REWORDED'
}

/** A higher level, another way to show it, another hazard, evidence that ends sooner. */
function asksMore(old: DraftRequirement, now: DraftRequirement): boolean {
  const days = (r: DraftRequirement) => r.evidenceValidDays ?? Number.POSITIVE_INFINITY
  return (
    strength[now.level] > strength[old.level] ||
    (now.level !== old.level && strength[now.level] === strength[old.level]) ||
    now.method !== old.method ||
    (now.hazard !== old.hazard && now.hazard !== 'NONE' && now.hazard !== 'LOW') ||
    days(now) < days(old)
  )
}

/** What the machine proposes where nothing is decided yet: ids are stable over versions, so equal ids belong together. */
export function proposeDifference(old: OldRequirement[], now: DraftRequirement[]): RequirementChange[] {
  const ids = new Map(now.map((r) => [r.id, r]))
  const known = new Set(old.map((r) => r.id))
  return [
    ...old.map((r) => {
      const to = ids.get(r.id)
      const from = { fromVersionId: r.standardVersionId, fromRequirementId: r.id }
      return to ? { kind: kindOfChange(r, to), requirementId: to.id, ...from } : removed(from)
    }),
    ...now.filter((r) => !known.has(r.id)).map((r) => added(r.id)),
  ]
}

const removed = (from: { fromVersionId: string; fromRequirementId: string }): RequirementChange => ({
  kind: 'REMOVED',
  requirementId: null,
  ...from,
})
const added = (requirementId: string): RequirementChange => ({
  kind: 'NEW',
  requirementId,
  fromVersionId: null,
  fromRequirementId: null,
})

/**
 * DIFF_INCOMPLETE: why the difference is not total, in words; nothing where it is. Each old requirement goes one way, each new
 * one comes from somewhere, and nothing that asks more is called the same.
 */
export function gapsOfDifference(
  old: OldRequirement[],
  now: DraftRequirement[],
  difference: RequirementChange[],
): string[] {
  const after = new Map(now.map((r) => [r.id, r]))
  const wayOf = (r: OldRequirement) =>
    difference.filter((c) => c.fromVersionId === r.standardVersionId && c.fromRequirementId === r.id)
  return [
    ...old.filter((r) => wayOf(r).length !== 1).map((r) => `${r.id} of the older version is not classified`),
    ...now.flatMap((r) => {
      const from = difference.filter((c) => c.requirementId === r.id)
      if (from.length === 0) return [`${r.id} is not classified`]
      const carried = from.filter((c) => c.kind === 'SAME' || c.kind === 'REWORDED')
      return from.length > 1 && (carried.length > 0 || from.some((c) => c.kind === 'NEW'))
        ? [`${r.id} comes from several: only “tightened” can be said of it`]
        : []
    }),
    ...old.flatMap((r) =>
      wayOf(r).flatMap((change) => {
        const to = change.requirementId === null ? undefined : after.get(change.requirementId)
        if (change.kind === 'REMOVED') return []
        if (!to) return [`${r.id} leads to ${change.requirementId}, which the draft does not have`]
        const least = kindOfChange(r, to)
        return (least === 'TIGHTENED' && change.kind !== 'TIGHTENED') ||
          (least === 'REWORDED' && change.kind === 'SAME')
          ? [`${r.id} is not “${change.kind.toLowerCase()}”: what it asks, or its words, have changed`]
          : []
      }),
    ),
  ]
}
