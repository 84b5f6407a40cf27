import 'server-only'
import { listOrganisationsOfKind } from '@/lib/identity/get-organisation'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/refusal'
import { ok } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { type DecisionFigures, figuresOf } from './decision-figures-rules'
import { declineCodes, type FundingState, isOverdue } from './funding-request'
import { findForFigures } from './funding-store'

export type PayerFigures = DecisionFigures & { payer: string }

/** How each payer decides, for everybody to read: no request, person or practice can be found behind a figure. */
export async function listDecisionFigures(ctx: Context): Promise<Result<PayerFigures[]>> {
  const settings = await readSettings(db, ctx, null, ['smallest-group', 'bank-holidays'])
  if (!settings.ok) return settings
  const today = dayOf(ctx.now)
  const found = await findForFigures(db)
  const practices = await listOrganisationsOfKind(db, 'practice', [...new Set(found.map((row) => row.payerId))])
  // A practice that pays for itself is a small group by itself: its decisions are nobody else's business.
  const rows = found
    .filter((row) => !practices.has(row.payerId))
    .map((row) => ({
      payerId: row.payerId,
      state: row.state,
      askedOn: dayOf(row.submittedAt),
      decidedOn: row.decidedAt && dayOf(row.decidedAt),
      declineCode: row.declineCode,
      overdue: isOverdue({ state: row.state as FundingState, dueOn: row.dueOn }, today),
      deferred: row.notes.length > 0,
      urgent: row.urgentReason !== null,
      reviewOverdue: row.reviewedAt === null && row.reviewDueOn !== null && row.reviewDueOn < today,
    }))
  const figures = figuresOf(rows, settings.value.count('smallest-group'), settings.value.list('bank-holidays') as Day[])
  const name = await nameOrganisations(figures.map((f) => f.payerId))
  return ok(figures.map((f) => ({ ...f, payer: name(f.payerId) })).sort((a, b) => (a.payer < b.payer ? -1 : 1)))
}

const cell = (value: number | undefined): string => (value === undefined ? 'too few to show' : String(value))
const codes = Object.keys(declineCodes)

/** The same as a table: one payer a row. */
export function figuresTable(figures: PayerFigures[]): { header: string[]; rows: string[][] } {
  const header = [
    'payer',
    'requests',
    'decided',
    'median_working_days',
    'asked_back',
    'overdue',
    'urgent',
    'urgent_review_overdue',
    'declined',
  ]
  return {
    header: [...header, ...codes.map((code) => `declined_${code.replaceAll('-', '_')}`)],
    rows: figures.map((f) => [
      f.payer,
      ...[f.requests, f.decided, f.medianDays, f.deferred, f.overdue, f.urgent, f.urgentNotReviewed, f.declined].map(
        cell,
      ),
      ...codes.map((code) => cell(f.declinesByCode[code])),
    ]),
  }
}
