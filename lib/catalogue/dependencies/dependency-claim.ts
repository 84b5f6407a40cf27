import type { Relation } from './dependency'

export type ClaimState = 'claimed' | 'confirmed' | 'disputed' | 'proven' | 'dropped'
/** A conflict needs nobody’s word: it holds whoever states it. */
export type ClaimedRelation = Exclude<Relation, 'conflicts'>

export const claimStateWords: Record<ClaimState, string> = {
  claimed: 'Claimed, not confirmed',
  confirmed: 'Confirmed by the other supplier',
  disputed: 'Disputed by the other supplier',
  proven: 'Proven in a test of the pair',
  dropped: 'No longer claimed',
}

/** What one module’s text says of a module of another supplier, with what was said to it. */
export type DependencyClaim = {
  id: string
  moduleId: string
  supplierId: string
  targetId: string
  targetSupplierId: string
  relation: ClaimedRelation
  minimumVersion: string | null
  note: string | null
  state: ClaimState
  version: number
  changedAt: Date
  reason: string | null
}

/** Only what the other supplier or a test stands behind may be shown as good. */
export const isBacked = (state: ClaimState): boolean => state === 'confirmed' || state === 'proven'

/** The key of a claim: one module says one thing of another once. */
export const claimKey = (claim: { moduleId: string; targetId: string; relation: Relation }): string =>
  `${claim.moduleId}/${claim.relation}/${claim.targetId}`

export type ClaimIndex = Record<string, Pick<DependencyClaim, 'state' | 'minimumVersion' | 'reason' | 'changedAt'>>
type Said = { moduleId: string; targetId: string; relation: Relation; minimumVersion?: string | null | undefined }

/** What was answered to exactly this; undefined where nothing was, or where another version was spoken of then. */
export function answerTo(claims: ClaimIndex, said: Said): ClaimIndex[string] | undefined {
  const claim = claims[claimKey(said)]
  return claim && claim.minimumVersion === (said.minimumVersion ?? null) && claim.state !== 'dropped'
    ? claim
    : undefined
}

/** Never better than claimed where nobody has answered. */
export const stateOf = (claims: ClaimIndex, said: Said): ClaimState => answerTo(claims, said)?.state ?? 'claimed'
