import 'server-only'
import { listOrganisationsOfKind } from '@/lib/identity/get-organisation'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { findReviewsForFigures } from './award-review-store'
import { type UrgentFigures, urgentFiguresOf } from './urgent-figures-rules'

export type UrgentLine = UrgentFigures & { payer: string }

/** How often each payer's buyers awarded urgently, for everybody to read. */
export async function listUrgentFigures(ctx: Context): Promise<Result<UrgentLine[]>> {
  const settings = await readSettings(db, ctx, null, ['smallest-group'])
  if (!settings.ok) return settings
  const found = await findReviewsForFigures(db)
  const practices = await listOrganisationsOfKind(db, 'practice', [...new Set(found.map(({ payerId }) => payerId))])
  // A practice that pays for itself is a small group by itself: even that there was one is nobody else's business.
  const reviews = found
    .filter(({ payerId }) => !practices.has(payerId))
    .map((review) => ({ ...review, awardedOn: dayOf(review.awardedAt) }))
  const figures = urgentFiguresOf(reviews, settings.value.count('smallest-group'), dayOf(ctx.now))
  const name = await listNames(
    db,
    figures.map(({ payerId }) => payerId),
  )
  return ok(figures.map((line) => ({ ...line, payer: name(line.payerId) })))
}

const cell = (value: number | undefined): string => (value === undefined ? 'too few to show' : String(value))

/** The same as a table: one payer and year a row. */
export const urgentTable = (lines: UrgentLine[]): { header: string[]; rows: string[][] } => ({
  header: ['payer', 'year', 'urgent_awards', 'review_overdue'],
  rows: lines.map(({ payer, year, awards, overdue }) => [payer, String(year), cell(awards), cell(overdue)]),
})
