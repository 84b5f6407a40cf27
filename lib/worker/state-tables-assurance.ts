import { appealMachine } from '@/lib/assurance/appeals/appeal-machine'
import { assessmentMachine } from '@/lib/assurance/assessments/assessment-machine'
import { findingProposalMachine } from '@/lib/assurance/assessments/finding-proposal-machine'
import { challengeMachine } from '@/lib/assurance/challenges/challenge-machine'
import { proposalMachine } from '@/lib/assurance/decisions/decision-machine'
import { disputeMachine } from '@/lib/assurance/disputes/dispute-machine'
import { endpointMachine } from '@/lib/assurance/endpoints/endpoint-machine'
import { nonConformityMachine } from '@/lib/assurance/non-conformities/non-conformity-machine'
import { planMachine } from '@/lib/assurance/non-conformities/plan-machine'
import { runMachine } from '@/lib/assurance/runs/run-machine'
import { standardProposalMachine } from '@/lib/assurance/standards/standard-proposal-machine'
import { standardVersionMachine } from '@/lib/assurance/standards/standard-version-machine'
import type { ListedMachine } from './state-table'

/** The machines of assurance: claims, decisions, what is contested, runs, standards, what is not kept. */
export const assuranceMachines: ListedMachine[] = [
  {
    title: 'Assessment',
    file: 'lib/assurance/assessments/assessment-machine.ts',
    machine: assessmentMachine,
    starts: [{ by: 'open-assessment', to: 'declared', event: 'AssessmentOpened' }],
  },
  {
    title: 'Finding of an assessor',
    file: 'lib/assurance/assessments/finding-proposal-machine.ts',
    machine: findingProposalMachine,
    starts: [{ by: 'find-requirements', to: 'found', event: 'FindingsMade' }],
  },
  {
    title: 'Proposal of a decision',
    file: 'lib/assurance/decisions/decision-machine.ts',
    machine: proposalMachine,
    starts: [
      { by: 'propose-decision', to: 'proposed', event: 'ListingProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'RefusalProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'SuspensionProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'LiftingProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'ContinuityProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'RemovalProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'CensureProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'WaiverProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'CorrectionProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'PlanAcceptanceProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'PlanExtensionProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'CheckWaiverProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'AppealUpholdingProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'AppealDismissalProposed' },
      { by: 'propose-decision', to: 'proposed', event: 'DisputeUpholdingProposed' },
    ],
  },
  {
    title: 'Appeal',
    file: 'lib/assurance/appeals/appeal-machine.ts',
    machine: appealMachine,
    starts: [{ by: 'lodge-appeal', to: 'lodged', event: 'AppealLodged' }],
  },
  {
    title: 'Dispute of a finding',
    file: 'lib/assurance/disputes/dispute-machine.ts',
    machine: disputeMachine,
    starts: [{ by: 'raise-dispute', to: 'raised', event: 'DisputeRaised' }],
  },
  {
    title: 'Challenge of a check',
    file: 'lib/assurance/challenges/challenge-machine.ts',
    machine: challengeMachine,
    starts: [{ by: 'raise-challenge', to: 'raised', event: 'ChallengeRaised' }],
  },
  {
    title: 'Endpoint',
    file: 'lib/assurance/endpoints/endpoint-machine.ts',
    machine: endpointMachine,
    starts: [{ by: 'enter-endpoint', to: 'entered', event: 'EndpointEntered' }],
  },
  {
    title: 'Test run',
    file: 'lib/assurance/runs/run-machine.ts',
    machine: runMachine,
    starts: [{ by: 'ask-for-run', to: 'queued', event: 'RunQueued' }],
  },
  {
    title: 'Standard version',
    file: 'lib/assurance/standards/standard-version-machine.ts',
    machine: standardVersionMachine,
    starts: [{ by: 'draft-standard-version', to: 'draft', event: 'StandardVersionDrafted' }],
  },
  {
    title: 'Proposal about a standard version',
    file: 'lib/assurance/standards/standard-proposal-machine.ts',
    machine: standardProposalMachine,
    starts: [
      { by: 'propose-standard-decision', to: 'proposed', event: 'PublicationProposed' },
      { by: 'propose-standard-decision', to: 'proposed', event: 'ReschedulingProposed' },
      { by: 'propose-standard-decision', to: 'proposed', event: 'WithdrawalProposed' },
    ],
  },
  {
    title: 'Non-conformity',
    file: 'lib/assurance/non-conformities/non-conformity-machine.ts',
    machine: nonConformityMachine,
    starts: [
      { by: 'open-non-conformity', to: 'open', event: 'NonConformityOpened' },
      { by: 'raise-concern', to: 'candidate', event: 'NonConformityRaised' },
    ],
  },
  {
    title: 'Plan',
    file: 'lib/assurance/non-conformities/plan-machine.ts',
    machine: planMachine,
    starts: [{ by: 'propose-plan', to: 'proposed', event: 'PlanProposed' }],
  },
]
