import { declarationMachine } from '@/lib/catalogue/declarations/declaration-machine'
import { dependencyMachine } from '@/lib/catalogue/dependencies/dependency-machine'
import { listingDraftMachine } from '@/lib/catalogue/drafts/listing-draft-machine'
import { epicProposalMachine } from '@/lib/catalogue/epics/epic-proposal-machine'
import { supplierAccountMachine } from '@/lib/catalogue/suppliers/supplier-account-machine'
import { needsProfileMachine } from '@/lib/comparison/needs-profiles/needs-profile-machine'
import { planRunMachine } from '@/lib/comparison/plans/plan-run-machine'
import { savedFilterMachine } from '@/lib/comparison/saved-filters/saved-filter-machine'
import { shortlistMachine } from '@/lib/comparison/shortlist-machine'
import { changeMachine } from '@/lib/contracts/changes/change-machine'
import { contractMachine } from '@/lib/contracts/contract-machine'
import { siteMachine } from '@/lib/contracts/site-machine'
import { commitmentMachine } from '@/lib/funding/commitment-machine'
import { fundingMachine } from '@/lib/funding/funding-request-machine'
import { importRunMachine } from '@/lib/platform/imports/import-run-machine'
import { callOffMachine } from '@/lib/procurement/call-offs/call-off-machine'
import { proposalMachine } from '@/lib/procurement/call-offs/proposals/proposal-machine'
import { noticeMachine } from '@/lib/procurement/notices/notice-obligation-machine'
import { projectMachine } from '@/lib/procurement/projects/project-machine'
import type { ListedMachine } from './state-table'
import { assuranceMachines } from './state-tables-assurance'
import { paymentsMachines } from './state-tables-payments'
import { switchingMachines } from './state-tables-switching'

/** Every machine of the house, in the order of the floors. */
export const machines: ListedMachine[] = [
  {
    title: 'Import run',
    file: 'lib/platform/imports/import-run-machine.ts',
    machine: importRunMachine,
    starts: [{ by: 'upload-import', to: 'uploaded', event: 'ImportUploaded' }],
  },
  {
    title: 'Funding request',
    file: 'lib/funding/funding-request-machine.ts',
    machine: fundingMachine,
    starts: [{ by: 'submit-funding-request', to: 'submitted', event: 'FundingRequested' }],
  },
  {
    title: 'Commitment',
    file: 'lib/funding/commitment-machine.ts',
    machine: commitmentMachine,
    starts: [{ by: 'reserve-slices', to: 'reserved', event: 'FundsReserved' }],
  },
  {
    title: 'Supplier account',
    file: 'lib/catalogue/suppliers/supplier-account-machine.ts',
    machine: supplierAccountMachine,
    starts: [{ by: 'request-supplier-account', to: 'requested', event: 'SupplierRequested' }],
  },
  {
    title: 'Supplier’s declaration',
    file: 'lib/catalogue/declarations/declaration-machine.ts',
    machine: declarationMachine,
    starts: [
      { by: 'make-declaration', to: 'passed', event: 'DeclarationMade' },
      { by: 'make-declaration', to: 'in-review', event: 'DeclarationMade' },
      { by: 'make-declaration', to: 'failed', event: 'DeclarationMade' },
    ],
  },
  {
    title: 'Supplier’s own epic',
    file: 'lib/catalogue/epics/epic-proposal-machine.ts',
    machine: epicProposalMachine,
    starts: [{ by: 'propose-epic', to: 'proposed', event: 'EpicProposed' }],
  },
  {
    title: 'Listing',
    file: 'lib/catalogue/drafts/listing-draft-machine.ts',
    machine: listingDraftMachine,
    starts: [{ by: 'start-draft', to: 'draft', event: 'ListingDrafted' }],
  },
  {
    title: 'Claim about another supplier’s module',
    file: 'lib/catalogue/dependencies/dependency-machine.ts',
    machine: dependencyMachine,
    starts: [{ by: 'claim-dependencies', to: 'claimed', event: 'DependencyClaimed' }],
  },
  ...assuranceMachines,
  {
    title: 'Needs profile',
    file: 'lib/comparison/needs-profiles/needs-profile-machine.ts',
    machine: needsProfileMachine,
    starts: [{ by: 'create-needs-profile', to: 'live', event: 'NeedsProfileCreated' }],
  },
  {
    title: 'Plan run',
    file: 'lib/comparison/plans/plan-run-machine.ts',
    machine: planRunMachine,
    starts: [{ by: 'request-plan', to: 'queued', event: 'PlanRunRequested' }],
  },
  {
    title: 'Saved filter',
    file: 'lib/comparison/saved-filters/saved-filter-machine.ts',
    machine: savedFilterMachine,
    starts: [{ by: 'save-filter', to: 'live', event: 'FilterSaved' }],
  },
  {
    title: 'Shortlist',
    file: 'lib/comparison/shortlist-machine.ts',
    machine: shortlistMachine,
    starts: [{ by: 'create-shortlist', to: 'live', event: 'ShortlistCreated' }],
  },
  {
    title: 'Project',
    file: 'lib/procurement/projects/project-machine.ts',
    machine: projectMachine,
    starts: [{ by: 'start-project', to: 'scoping', event: 'ProjectStarted' }],
  },
  {
    title: 'Call-off',
    file: 'lib/procurement/call-offs/call-off-machine.ts',
    machine: callOffMachine,
    starts: [{ by: 'draft-call-off', to: 'draft', event: 'CallOffDrafted' }],
  },
  {
    title: 'Proposal of a term',
    file: 'lib/procurement/call-offs/proposals/proposal-machine.ts',
    machine: proposalMachine,
    starts: [{ by: 'propose-terms', to: 'open', event: 'TermsProposed' }],
  },
  {
    title: 'Notice',
    file: 'lib/procurement/notices/notice-obligation-machine.ts',
    machine: noticeMachine,
    starts: [{ by: 'draft-notice', to: 'drafted', event: 'NoticeDrafted' }],
  },
  {
    title: 'Change of a contract',
    file: 'lib/contracts/changes/change-machine.ts',
    machine: changeMachine,
    starts: [{ by: 'propose-change', to: 'proposed', event: 'ChangeProposed' }],
  },
  {
    title: 'Contract',
    file: 'lib/contracts/contract-machine.ts',
    machine: contractMachine,
    starts: [
      { by: 'make-contract', to: 'mobilising', event: 'ContractMade' },
      { by: 'record-existing-contract', to: 'live', event: 'ContractRecorded' },
    ],
  },
  {
    title: 'Site',
    file: 'lib/contracts/site-machine.ts',
    machine: siteMachine,
    starts: [
      { by: 'make-contract', to: 'planned', event: 'ContractMade' },
      { by: 'record-existing-contract', to: 'live', event: 'ContractRecorded' },
    ],
  },
  ...paymentsMachines,
  ...switchingMachines,
]
