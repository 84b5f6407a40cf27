import { describe, expect, it } from 'vitest'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { moduleFacts } from '@/lib/testing/assurance-facts'
import { type AssessmentState, assessmentStateWords, isUnderReview } from './assessment'
import { assessmentMachine } from './assessment-machine'
import { endpointAnswer } from './endpoint-question'
import { findingStateWords, keyOf, subjectOf } from './finding-proposal'
import { findingProposalMachine } from './finding-proposal-machine'

describe('the machine of an assessment (§4)', () => {
  it('moves as the design says, and nowhere else', () => {
    expect(edgesOf(assessmentMachine).map((e) => `${e.state} ${e.command} ${e.to} ${e.event}`)).toEqual([
      'declared answer declared AssessmentAnswered',
      'declared submit pre-check AssessmentSubmitted',
      'declared withdraw withdrawn ClaimWithdrawn',
      'pre-check pass capability-review AssessmentAdvanced',
      'pre-check return declared AssessmentReturned',
      'pre-check withdraw withdrawn ClaimWithdrawn',
      'capability-review pass standards-review AssessmentAdvanced',
      'capability-review return declared AssessmentReturned',
      'capability-review withdraw withdrawn ClaimWithdrawn',
      'standards-review ready for-decision AssessmentAdvanced',
      'standards-review finish finished AssessmentFinished',
      'standards-review return declared AssessmentReturned',
      'standards-review withdraw withdrawn ClaimWithdrawn',
      'for-decision list listed ModuleListed',
      'for-decision refuse declared ListingRefused',
      'for-decision withdraw withdrawn ClaimWithdrawn',
    ])
    expect(unreachableStates(assessmentMachine, 'declared')).toEqual([])
    expect(Object.keys(assessmentStateWords)).toEqual(Object.keys(assessmentMachine))
  })

  it('is under review between the supplier’s word and the officers’', () => {
    const states = Object.keys(assessmentMachine) as AssessmentState[]
    expect(states.filter((state) => isUnderReview({ state }))).toEqual([
      'pre-check',
      'capability-review',
      'standards-review',
      'for-decision',
    ])
  })

  it('a finding is signed or sent back, once', () => {
    expect(edgesOf(findingProposalMachine).map((e) => `${e.command} ${e.event}`)).toEqual([
      'sign FindingSigned',
      'send-back FindingSentBack',
    ])
    expect(Object.keys(findingStateWords)).toEqual(Object.keys(findingProposalMachine))
  })

  it('a subject is named by one key, whatever its kind', () => {
    for (const subject of [{ capabilityId: 'C5' }, { standardVersionId: 'v1', requirementId: 'S24/WHOLE' }])
      expect(subjectOf(keyOf(subject))).toEqual(subject)
  })
})

describe('the question of the endpoint', () => {
  it('ENDPOINT_NOT_PROVEN only where a requirement is checked by machine', () => {
    const facts = moduleFacts()
    expect(endpointAnswer(facts, '2026-03-01')).toBe('not needed')
    const [standard] = facts.standards
    const checks = [{ id: 'CAP-01', strength: 'FULL' as const }]
    const versions = standard!.versions.map((v) => ({
      ...v,
      requirements: v.requirements.map((r) => ({ ...r, checks })),
    }))
    expect(endpointAnswer({ ...facts, standards: [{ ...standard!, versions }] }, '2026-03-01')).toBe('not proven')
  })
})
