import { recordMissedClocks } from '@/lib/assurance/clocks/record-missed-clocks'
import { lapseProposals } from '@/lib/assurance/decisions/lapse-proposals'
import { letProofsExpire } from '@/lib/assurance/endpoints/approve-endpoint'
import { compareDays } from '@/lib/assurance/refresh/compare-days'
import { refreshStandings } from '@/lib/assurance/refresh-module-standing'
import { writeBulk } from '@/lib/assurance/register/bulk/write-bulk'
import { queueMonitors } from '@/lib/assurance/runs/queue-runs'
import { lapseStandardProposals } from '@/lib/assurance/standards/lapse-standard-proposals'
import { endDueWithdrawals } from '@/lib/catalogue/drafts/end-due-withdrawals'
import { publishDueListings } from '@/lib/catalogue/drafts/publish-due-listings'
import { makeDueChangesEffective } from '@/lib/contracts/changes/make-change-effective'
import { moveDueContracts } from '@/lib/contracts/ends/move-due-contracts'
import { draftIndicatorNotices } from '@/lib/contracts/indicators/draft-indicator-notices'
import { moveSucceededSites } from '@/lib/contracts/move-succeeded-sites'
import { lapseApprovals } from '@/lib/funding/void-funding'
import { forgetExpiredSessions } from '@/lib/identity/end-session'
import { sendNotificationDigests } from '@/lib/notifications/bell/send-notification-digests'
import { giveDueNotices } from '@/lib/notifications/give-due-notices'
import { repeatNotices } from '@/lib/notifications/notices/repeat-notices'
import { remindOfDeclarations } from '@/lib/notifications/remind-of-declarations'
import { remindOfNoticeDates } from '@/lib/notifications/remind-of-notice-dates'
import { remindOfOverdueInvoices } from '@/lib/notifications/remind-of-overdue-invoices'
import { remindOfReviews } from '@/lib/notifications/remind-of-reviews'
import { sendWeeklyDigest } from '@/lib/notifications/send-weekly-digest'
import { noteLabelChanges } from '@/lib/notifications/subscriptions/note-label-changes'
import { sendDigests } from '@/lib/notifications/subscriptions/send-digests'
import { remindOfLeaving } from '@/lib/notifications/tell-exit-case'
import { drawUpStatements } from '@/lib/payments/invoices/draw-up-statement'
import { draftPaymentNotices } from '@/lib/payments/notices/draft-payment-notices'
import { applyWaitingEvents } from '@/lib/payments/stripe/apply-stripe-event'
import { reconcileStripe } from '@/lib/payments/stripe/reconcile-stripe'
import { sendWaitingInvoices } from '@/lib/payments/stripe/send-invoice-when-issued'
import type { Context } from '@/lib/platform/context'
import { moveDueCallOffs } from '@/lib/procurement/call-offs/move-due-call-offs'
import { closeDueOffers } from '@/lib/procurement/competitions/close-due-offers'
import { keepOpenCases } from '@/lib/switching/cases/keep-cases'
import { rollBackAtDeadline } from '@/lib/switching/roll-back-at-deadline'
import { evaluateAllTimers } from '@/lib/switching/timers/evaluate-timers'
import { keepEvidenceLog } from './evidence-log/keep-evidence-log'
import { dailyFrom, nightly } from './nightly'

/** Work that is due by time alone: each looks for what is due, does it in transactions of its own, and may run twice. */
export const clockwork: Record<string, (ctx: Context) => Promise<unknown>> = {
  publishDueListings,
  endDueWithdrawals,
  refreshStandings,
  compareDays,
  lapseProposals,
  lapseStandardProposals,
  recordMissedClocks: nightly(recordMissedClocks),
  giveDueNotices: nightly(giveDueNotices),
  sendWeeklyDigest: nightly(sendWeeklyDigest),
  lapseApprovals: nightly(lapseApprovals),
  forgetExpiredSessions,
  remindOfDeclarations,
  remindOfReviews,
  makeDueChangesEffective: nightly(makeDueChangesEffective),
  moveDueCallOffs: nightly(moveDueCallOffs),
  moveDueContracts: nightly(moveDueContracts),
  moveSucceededSites: nightly(moveSucceededSites),
  drawUpStatements: nightly(drawUpStatements),
  draftPaymentNotices: nightly(draftPaymentNotices),
  draftIndicatorNotices: nightly(draftIndicatorNotices),
  remindOfNoticeDates: nightly(remindOfNoticeDates),
  remindOfOverdueInvoices: nightly(remindOfOverdueInvoices),
  closeDueOffers,
  keepOpenCases: nightly(keepOpenCases),
  rollBackAtDeadline,
  evaluateAllTimers: dailyFrom(6, evaluateAllTimers),
  remindOfLeaving: nightly(remindOfLeaving),
  repeatNotices,
  noteLabelChanges,
  sendDigests,
  sendNotificationDigests,
  writeBulk: nightly(writeBulk),
  keepEvidenceLog: (ctx) => keepEvidenceLog(ctx),
  letProofsExpire: nightly(letProofsExpire),
  queueMonitors: nightly(queueMonitors),
  sendWaitingInvoices,
  applyWaitingEvents,
  reconcileStripe: nightly(reconcileStripe),
}
