import { openAssessmentWhenPublished } from '@/lib/assurance/assessments/open-assessment-when-published'
import { refreshStandingsOfCheck } from '@/lib/assurance/check-waivers/refresh-standings-of-check'
import { closeNonConformitiesWhenWithdrawn } from '@/lib/assurance/refresh/close-non-conformities-when-withdrawn'
import { createObligationsWhenPublished } from '@/lib/assurance/refresh/create-obligations-when-published'
import { refreshStandingsWhenDecided } from '@/lib/assurance/refresh/refresh-standings-when-decided'
import { refreshModuleStanding } from '@/lib/assurance/refresh-module-standing'
import { refreshStandingsWhenImported } from '@/lib/assurance/refresh-standings-when-imported'
import { queueRefreshRunsWhenPublished } from '@/lib/assurance/runs/queue-runs'
import { checkCompanyWhenConfirmed } from '@/lib/catalogue/suppliers/check-company-when-confirmed'
import { checkChangeWhenProposed } from '@/lib/contracts/changes/check-impact'
import { fundChangeWhenFunded, rejectChangeWhenNotFunded } from '@/lib/contracts/changes/fund-change'
import { draftEndNoticeWhenEnded } from '@/lib/contracts/ends/draft-end-notice-when-ended'
import { releaseHoldOverWhenClosed } from '@/lib/contracts/ends/release-hold-over-when-closed'
import { makeContractWhenSigned } from '@/lib/contracts/make-contract-when-signed'
import { moveSucceededSites } from '@/lib/contracts/move-succeeded-sites'
import { tellAssessmentAnswered } from '@/lib/notifications/tell-assessment-answered'
import { tellAssessmentSubmitted } from '@/lib/notifications/tell-assessment-submitted'
import { tellAuthorityOfNonConformity } from '@/lib/notifications/tell-authority-of-non-conformity'
import { tellBuyersOfPlan } from '@/lib/notifications/tell-buyers-of-plan'
import { tellChallengeMoved } from '@/lib/notifications/tell-challenge-moved'
import { tellClockMissed } from '@/lib/notifications/tell-clock-missed'
import { tellCommitmentAlarm } from '@/lib/notifications/tell-commitment-alarm'
import { tellCompetitionDecided } from '@/lib/notifications/tell-competition-decided'
import { tellCompetitionOpened } from '@/lib/notifications/tell-competition-opened'
import { tellContestDecided } from '@/lib/notifications/tell-contest-decided'
import { tellContestRaised } from '@/lib/notifications/tell-contest-raised'
import { tellDeclarationDecided } from '@/lib/notifications/tell-declaration-decided'
import { tellDeclarationWaits } from '@/lib/notifications/tell-declaration-waits'
import { tellDependencyAnswered } from '@/lib/notifications/tell-dependency-answered'
import { tellDependencyClaimed } from '@/lib/notifications/tell-dependency-claimed'
import { tellEndpointMoved, tellEndpointProven } from '@/lib/notifications/tell-endpoint'
import { tellEvaluatorInvited, tellEvaluators } from '@/lib/notifications/tell-evaluators'
import { tellExitCase } from '@/lib/notifications/tell-exit-case'
import { tellFundingDecided } from '@/lib/notifications/tell-funding-decided'
import { tellFundingRequested } from '@/lib/notifications/tell-funding-requested'
import { tellInvoiceMoved } from '@/lib/notifications/tell-invoice-moved'
import { tellListingAnswered } from '@/lib/notifications/tell-listing-answered'
import { tellListingSubmitted } from '@/lib/notifications/tell-listing-submitted'
import { tellObligationCreated } from '@/lib/notifications/tell-obligation-created'
import { tellOrderShared } from '@/lib/notifications/tell-order-shared'
import { tellPracticesDecided, tellPracticesNamed } from '@/lib/notifications/tell-practices-of-project'
import { tellRunOver } from '@/lib/notifications/tell-run-over'
import { tellSupplierOfNonConformity } from '@/lib/notifications/tell-supplier-of-non-conformity'
import { tellSwitchMoved } from '@/lib/notifications/tell-switch-moved'
import { tellSwitchTimer } from '@/lib/notifications/tell-switch-timer'
import { tellTermsAnswered, tellTermsProposed } from '@/lib/notifications/tell-terms'
import { rechargeWhenCorrected } from '@/lib/payments/invoices/recharge-when-corrected'
import { redrawWhenEnded } from '@/lib/payments/invoices/redraw-when-ended'
import { applyEventWhenStored } from '@/lib/payments/stripe/apply-stripe-event'
import {
  closeInvoiceWhenPaid,
  creditInvoiceWhenCredited,
  voidInvoiceWhenVoided,
} from '@/lib/payments/stripe/close-invoice'
import { linkAccountWhenConfirmed } from '@/lib/payments/stripe/link-account-when-confirmed'
import { sendInvoiceWhenIssued } from '@/lib/payments/stripe/send-invoice-when-issued'
import { raiseAlarmsWhenCounted } from '@/lib/payments/usage/raise-alarms-when-counted'
import { rateUsageWhenAccepted } from '@/lib/payments/usage/rate-usage-when-accepted'
import { askAgainWhenAppealed } from '@/lib/procurement/call-offs/ask-again-when-appealed'
import { releaseCallOffWhenFunded } from '@/lib/procurement/call-offs/release-call-off-when-funded'
import { reopenCallOffWhenNotFunded } from '@/lib/procurement/call-offs/reopen-call-off'
import { voidCallOffsWhenRemoved } from '@/lib/procurement/call-offs/void-call-off-when-removed'
import { keepCasesOfModule } from '@/lib/switching/cases/keep-cases'
import { orderSwitchWhenContractMade } from '@/lib/switching/order-switch-when-contract-made'
import { signPackWhenSealed } from './evidence-log/sign-pack-when-sealed'
import { applyImportWhenStarted } from './imports/apply-import-when-started'
import { checkImportWhenUploaded } from './imports/check-import-when-uploaded'
import type { Subscriptions } from './reaction'

/** What follows from what; the only place that says so. */
export const subscriptions: Subscriptions = {
  AppealDismissed: { refreshModuleStanding, tellContestDecided },
  AppealLodged: { refreshModuleStanding, tellContestRaised },
  AppealUpheld: { refreshModuleStanding, tellContestDecided },
  AssessmentFinished: { openAssessmentWhenPublished, tellAssessmentAnswered },
  AssessmentOpened: { tellAssessmentAnswered },
  AssessmentReturned: { tellAssessmentAnswered },
  AssessmentSubmitted: { tellAssessmentSubmitted },
  CallOffShared: { tellOrderShared },
  CallOffSigned: { makeContractWhenSigned },
  ChangeProposed: { checkChangeWhenProposed },
  ChallengeAccepted: { refreshModuleStanding, tellChallengeMoved },
  ChallengeDeclined: { tellChallengeMoved },
  ChallengeFailed: { refreshModuleStanding, tellChallengeMoved },
  ChallengeRaised: { tellChallengeMoved },
  ChallengeRePassed: { refreshModuleStanding, tellChallengeMoved },
  CheckWaived: { refreshModuleStanding, refreshStandingsOfCheck },
  ClaimWithdrawn: { refreshModuleStanding },
  CommitmentExceeded: { tellCommitmentAlarm },
  CommitmentShareReached: { tellCommitmentAlarm },
  CompetitionOpened: { tellCompetitionOpened },
  ConformanceChanged: { refreshModuleStanding },
  ClockMissed: { tellClockMissed },
  ContractExpired: { draftEndNoticeWhenEnded },
  ContractClosed: { releaseHoldOverWhenClosed },
  ContractMade: { orderSwitchWhenContractMade, moveSucceededSites },
  ContractTerminated: { draftEndNoticeWhenEnded },
  DecisionCorrected: { refreshModuleStanding, keepCasesOfModule },
  DecisionRecorded: { tellCompetitionDecided, tellPracticesDecided },
  DeclarationCleared: { tellDeclarationDecided },
  DeclarationMade: { tellDeclarationWaits },
  DeclarationRejected: { tellDeclarationDecided },
  DependencyClaimed: { tellDependencyClaimed },
  DependencyConfirmed: { tellDependencyAnswered },
  DependencyDisputed: { tellDependencyAnswered },
  DisputeRaised: { tellContestRaised },
  DisputeRejected: { tellContestDecided },
  DisputeUpheld: { refreshModuleStanding, refreshStandingsOfCheck, tellContestDecided },
  EndpointApproved: { tellEndpointMoved },
  EndpointProven: { tellEndpointProven },
  EndpointWentStale: { tellEndpointMoved },
  EvaluatorInvited: { tellEvaluatorInvited },
  EvidencePackSealed: { signPackWhenSealed },
  ExitCaseAtRisk: { tellExitCase },
  ExitCaseEnded: { tellExitCase },
  ExitCaseLeaving: { tellExitCase },
  ExitCaseOpened: { tellExitCase },
  ExitCaseWatched: { tellExitCase },
  FindingSigned: { refreshModuleStanding },
  FundingAppealed: { askAgainWhenAppealed, tellFundingRequested },
  FundingLapsed: { reopenCallOffWhenNotFunded, rejectChangeWhenNotFunded, tellFundingDecided },
  FundingReturned: { tellFundingDecided },
  FundingApproved: { releaseCallOffWhenFunded, fundChangeWhenFunded, tellFundingDecided },
  FundingDeclined: { reopenCallOffWhenNotFunded, rejectChangeWhenNotFunded, tellFundingDecided },
  FundingRequested: { tellFundingRequested },
  FundingWithdrawn: { reopenCallOffWhenNotFunded, rejectChangeWhenNotFunded },
  GoLiveCorrected: { rechargeWhenCorrected },
  ImportApplied: { refreshStandingsWhenImported, moveSucceededSites },
  ImportStarted: { applyImportWhenStarted },
  ImportUploaded: { checkImportWhenUploaded },
  InvoiceApproved: { tellInvoiceMoved },
  InvoiceCredited: { creditInvoiceWhenCredited },
  InvoiceIssued: { rechargeWhenCorrected, sendInvoiceWhenIssued, tellInvoiceMoved },
  InvoiceMatched: { tellInvoiceMoved },
  InvoicePaid: { rechargeWhenCorrected, closeInvoiceWhenPaid, tellInvoiceMoved },
  InvoiceQueried: { tellInvoiceMoved },
  InvoiceReversed: { redrawWhenEnded },
  InvoiceVoided: { redrawWhenEnded, voidInvoiceWhenVoided },
  ListingApproved: { tellListingAnswered },
  ListingPublished: { refreshModuleStanding, openAssessmentWhenPublished },
  ListingRefused: { refreshModuleStanding, tellAssessmentAnswered },
  ListingReturned: { tellListingAnswered },
  ListingSubmitted: { tellListingSubmitted },
  ModuleListed: { refreshModuleStanding, openAssessmentWhenPublished, tellAssessmentAnswered },
  ModuleRemoved: { refreshModuleStanding, voidCallOffsWhenRemoved, keepCasesOfModule },
  ModuleSuspended: { refreshModuleStanding, keepCasesOfModule },
  NeedsSet: { tellPracticesNamed },
  NonConformityClosed: { refreshModuleStanding, keepCasesOfModule, tellSupplierOfNonConformity },
  NonConformityOpened: { refreshModuleStanding, keepCasesOfModule, tellSupplierOfNonConformity },
  NonConformityRaised: { tellAuthorityOfNonConformity },
  NonConformityUpdated: { refreshModuleStanding, tellSupplierOfNonConformity },
  OffersClosed: { tellEvaluators },
  ObligationCreated: { tellObligationCreated },
  PayoutAccountConfirmed: { linkAccountWhenConfirmed },
  PlanAccepted: { refreshModuleStanding, keepCasesOfModule, tellSupplierOfNonConformity, tellBuyersOfPlan },
  PlanExpired: { refreshModuleStanding, keepCasesOfModule, tellBuyersOfPlan },
  PlanProposed: { tellAuthorityOfNonConformity },
  PlanReturned: { tellSupplierOfNonConformity },
  PlanSuperseded: { refreshModuleStanding, keepCasesOfModule },
  PlanUpdated: {
    refreshModuleStanding,
    keepCasesOfModule,
    tellSupplierOfNonConformity,
    tellAuthorityOfNonConformity,
  },
  PracticeSucceeded: { moveSucceededSites },
  ReferenceAdded: { refreshStandingsWhenImported },
  ReferenceCorrected: { refreshStandingsWhenImported },
  RequirementRedeclared: { refreshModuleStanding },
  RequirementWaived: { refreshModuleStanding },
  RunLogged: { refreshModuleStanding, tellRunOver },
  SiteCeased: { rechargeWhenCorrected },
  SiteSucceeded: { rechargeWhenCorrected },
  StandardVersionPublished: {
    refreshStandingsWhenDecided,
    createObligationsWhenPublished,
    queueRefreshRunsWhenPublished,
  },
  StandardVersionRescheduled: { refreshStandingsWhenDecided },
  StandardVersionWithdrawn: { refreshStandingsWhenDecided, closeNonConformitiesWhenWithdrawn },
  SupplierEmailConfirmed: { checkCompanyWhenConfirmed },
  StatementDrawnUp: { tellInvoiceMoved },
  StripeEventStored: { applyEventWhenStored },
  SuspensionLifted: { refreshModuleStanding, keepCasesOfModule },
  DataAccepted: { tellSwitchMoved },
  FinalLoaded: { tellSwitchMoved },
  LegacyStarted: { tellSwitchMoved },
  RecordsFrozen: { tellSwitchMoved },
  RemediationEnded: { tellSwitchMoved },
  RemediationStarted: { tellSwitchMoved },
  SwitchCancelled: { tellSwitchMoved },
  SwitchClosed: { tellSwitchMoved },
  SwitchHeld: { tellSwitchMoved },
  SwitchMobilised: { tellSwitchMoved },
  SwitchOrdered: { tellSwitchMoved },
  SwitchResumed: { tellSwitchMoved },
  SwitchRolledBack: { tellSwitchMoved },
  SwitchWentLive: { tellSwitchMoved },
  TermAccepted: { tellTermsAnswered },
  TermRejected: { tellTermsAnswered },
  TermsProposed: { tellTermsProposed },
  TransferRecorded: { tellInvoiceMoved },
  TrialLoaded: { tellSwitchMoved },
  TrialReloaded: { tellSwitchMoved },
  SwitchTimerEscalated: { tellSwitchTimer },
  SwitchTimerOverdue: { tellSwitchTimer },
  SwitchTimerWarned: { tellSwitchTimer },
  UsageAccepted: { rateUsageWhenAccepted },
  UsageCounted: { rechargeWhenCorrected, raiseAlarmsWhenCounted },
}
