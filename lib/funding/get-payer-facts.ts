import 'server-only'
import { getOrganisation } from '@/lib/identity/get-organisation'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { findBudgetLines } from './budget-store'
import { availablePence } from './funding-request'
import { financialYearOf } from './funding-rules'
import { listDecisionFigures, type PayerFigures } from './list-decision-figures'

/** How a payer decides, as everybody may read it. A text or figure that its setter has not checked is not shown (K3). */
export type PayerFacts = {
  payerId: string
  payer: string
  /** A practice that pays for itself: no figure of it is told. */
  isPractice: boolean
  criteria: { words: string[]; source: string } | undefined
  decisionDays: number
  appealDays: number
  holidays: Day[]
  /** Undefined where nobody has asked this payer for anything, and of a practice that pays for itself. */
  figures: PayerFigures | undefined
  smallest: number
}

/** Public: the clock, the criteria and the figures of one payer; undefined where no such payer is known. */
export async function getPayerFacts(ctx: Context, payerId: string): Promise<Result<PayerFacts> | undefined> {
  const payer = isId(payerId) ? await getOrganisation(db, payerId) : undefined
  if (!payer || !['commissioner', 'practice'].includes(payer.kind)) return undefined
  const keys = ['decision-days', 'appeal-days', 'bank-holidays', 'decision-criteria', 'smallest-group'] as const
  const settings = await readSettings(db, ctx, payerId, [...keys])
  if (!settings.ok) return settings
  const figures = await listDecisionFigures(ctx)
  if (!figures.ok) return figures
  const { count, list, isVerified, sourceOf } = settings.value
  return ok({
    payerId,
    payer: payer.name,
    isPractice: payer.kind === 'practice',
    criteria: isVerified('decision-criteria')
      ? { words: list('decision-criteria'), source: sourceOf('decision-criteria') }
      : undefined,
    decisionDays: count('decision-days'),
    appealDays: count('appeal-days'),
    holidays: list('bank-holidays'),
    figures: figures.value.find((one) => one.payerId === payerId),
    smallest: count('smallest-group'),
  })
}

export type MoneyLeft = { stream: string; year: number; leftPence: bigint; allocatedPence: bigint }

/** What a payer has left this year and later, by stream: for practices it pays for. The caller has shown that it pays for the actor's. */
export async function listMoneyLeft(ctx: Context, payerId: string): Promise<MoneyLeft[]> {
  const year = financialYearOf(dayOf(ctx.now))
  return (await findBudgetLines(db, [payerId]))
    .filter((line) => line.year >= year)
    .map((line) => ({ ...line, leftPence: availablePence(line) }))
}
