import { describe, expect, it } from 'vitest'
import type { RunReport } from '@/lib/conformance/run/run-job'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { moduleFacts } from '@/lib/testing/assurance-facts'
import type { Endpoint } from '../endpoints/endpoint'
import { type AssessmentState, assessmentStateWords, isUnderReview } from './assessment'
import { assessmentMachine } from './assessment-machine'
import { againstSubmission } from './endpoint-question'
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
    const day = '2026-03-01'
    const none = { endpoint: undefined, dryRun: undefined }
    expect(againstSubmission(facts, none, day)).toBeUndefined()
    const [standard] = facts.standards
    const checks = [{ id: 'CAP-01', strength: 'FULL' as const }]
    const versions = standard!.versions.map((v) => ({
      ...v,
      requirements: v.requirements.map((r) => ({ ...r, checks })),
    }))
    const tested = { ...facts, standards: [{ ...standard!, versions }] }
    const endpoint = { state: 'approved', provenOn: '2025-12-01' } as Endpoint
    const dryRun = (result: string) => ({ results: [{ check: 'CAP-01', result }] }) as RunReport
    expect(againstSubmission(tested, none, day)).toMatch(/^ENDPOINT_NOT_PROVEN/)
    expect(againstSubmission(tested, { endpoint, dryRun: undefined }, day)).toMatch(/dry run first/)
    expect(againstSubmission(tested, { endpoint, dryRun: dryRun('FAIL') }, day)).toMatch(/fails CAP-01/)
    expect(againstSubmission(tested, { endpoint, dryRun: dryRun('PASS') }, day)).toBeUndefined()
    // CL-12: the ninetieth day is in time, the day after is not.
    const old = { ...endpoint, provenOn: '2025-12-01' }
    expect(againstSubmission(tested, { endpoint: old, dryRun: dryRun('PASS') }, '2026-03-02')).toMatch(/NOT_PROVEN/)
  })
})
