import type { Day } from '@/lib/platform/days'

export type Outcome = 'MET' | 'NOT_MET' | 'NOT_APPLICABLE'
export type FindingState = 'found' | 'signed' | 'sent-back'

/** Either a requirement of a standard version, or a whole capability. */
export type Subject = { standardVersionId: string; requirementId: string } | { capabilityId: string }

/** What an assessor found, before or after a reviewer's signature. */
export type FindingProposal = {
  id: string
  assessmentId: string
  moduleVersionId: string
  standardVersionId: string | null
  requirementId: string | null
  capabilityId: string | null
  outcome: Outcome
  reason: string | null
  validUntil: Day | null
  evidenceIds: string[]
  correctsId: string | null
  assessorId: string
  state: FindingState
  comment: string | null
}

export const outcomeWords: Record<Outcome, string> = {
  MET: 'Met',
  NOT_MET: 'Not met',
  NOT_APPLICABLE: 'Does not apply',
}
export const findingStateWords: Record<FindingState, string> = {
  found: 'Waits for a reviewer',
  signed: 'Signed',
  'sent-back': 'Sent back to the assessor',
}

/** The subject as a form names it: `capability/C5`, or the standard version's id before the requirement's. */
export const keyOf = (subject: {
  standardVersionId?: string | null
  requirementId?: string | null
  capabilityId?: string | null
}): string =>
  subject.capabilityId ? `capability/${subject.capabilityId}` : `${subject.standardVersionId}/${subject.requirementId}`

export function subjectOf(key: string): Subject {
  const cut = key.indexOf('/')
  const [first, rest] = [key.slice(0, cut), key.slice(cut + 1)]
  return first === 'capability' ? { capabilityId: rest } : { standardVersionId: first, requirementId: rest }
}
