import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findBudgetLine, findBudgetLines, findLineStory } from './budget-store'
import { budgetYear } from './budget-year-rules'
import { belongsToPayer, isFinance, payerOf } from './funding-policy'
import { financialYearOf } from './funding-rules'
import { listFundsEntries } from './list-funds-entries'

/** The lines of the payer whose money the actor handles; undefined for everybody else. */
export async function listBudgets(ctx: Context) {
  const payerId = payerOf(ctx.actor)
  if (!payerId) return undefined
  const lines = await findBudgetLines(db, [payerId])
  return { payerId, lines, maySet: isFinance(ctx.actor, payerId), year: financialYearOf(dayOf(ctx.now)) }
}

/** One line with its changes and slices; undefined for who does not handle its money. */
export async function getBudget(ctx: Context, id: string) {
  const line = isId(id) ? await findBudgetLine(db, id) : undefined
  if (!line || !belongsToPayer(ctx.actor, line.organisationId)) return undefined
  const today = dayOf(ctx.now)
  const [entries, story] = [await listFundsEntries(db, line), await findLineStory(db, id)]
  const changes = story.changes.map((change) => ({ ...change, on: dayOf(change.at) }))
  return {
    line,
    maySet: isFinance(ctx.actor, line.organisationId),
    isOver: financialYearOf(today) > line.year,
    year: budgetYear(line, entries, changes, today),
    ...story,
  }
}
export type BudgetView = NonNullable<Awaited<ReturnType<typeof getBudget>>>
