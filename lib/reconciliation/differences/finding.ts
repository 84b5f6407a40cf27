import type { differenceClasses, engineChecks, severities } from '../checks'
import type { Resource } from '../compare/comparison'
import type { Json, JsonObject } from '../json/json'

export type DifferenceClass = (typeof differenceClasses)[number]
export type CheckId = (typeof engineChecks)[number]
export type Severity = (typeof severities)[number]

/** A key of an object or an index of an array, from the resource inwards. */
export type Step = string | number

/**
 * One place at which two trees part. `before` is undefined where only the target has something there, `after` where only
 * the source has; the steps end at the outermost such place, so that a lost branch is one change. Indices of a place that
 * both sides have are the target's.
 */
export type Change = { steps: Step[]; before: Json | undefined; after: Json | undefined }

/** A difference by class (§7.5). `rules` are the declared rules that explain it: then it is counted, never judged as a loss. */
export type Difference = {
  class: DifferenceClass
  source?: Resource
  target?: Resource
  /** LK-03: what it refers to is itself in the list. */
  neighbour?: boolean
  rules?: string[]
}

/** A difference with the records it is about, as they are compared: without what NO-04 drops. */
export type Finding = Difference & {
  before?: JsonObject
  after?: JsonObject
  changes: Change[]
  sourceId?: string
  targetId?: string
}

/** A finding with every check it meets and the severity it has there. */
export type Judged = Finding & { checks: Map<CheckId, Severity>; severity: Severity | undefined }

export const typeOf = (difference: Difference): string => (difference.source ?? difference.target)!.type

/** Classes in which the patient no longer has the source's resource on the target. */
const lossClasses: readonly DifferenceClass[] = ['patient-missing', 'missing', 'wrong-patient']
export const isLost = (difference: Difference): boolean => lossClasses.includes(difference.class)

/** Classes in which source and target stand for the same thing of the same patient. */
const pairClasses: readonly DifferenceClass[] = ['altered', 'precision', 'link']
export const isPair = (difference: Difference): boolean => pairClasses.includes(difference.class)
