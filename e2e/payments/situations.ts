import { drawUpContract } from '@/lib/payments/invoices/draw-up-statement'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { addMonths, type Day, dayOf } from '@/lib/platform/days'
import { contextOf } from '@/lib/testing/context'
import { type Billing, billing, goLive, statements, supplier } from '@/prisma/factories/billing'

/** A practice that has used a module for a month or two, and the statement of the first month. A supplier without account enters it itself. */
export async function aStatement({ hasAccount = true } = {}): Promise<{ of: Billing; id: string; month: Day }> {
  const at = new Date(now().getTime() - 75 * 86_400_000)
  const of = await billing(at)
  const month = `${addMonths(dayOf(at), 1).slice(0, 7)}-01`
  if (hasAccount) await supplier.hasAccount(of, at)
  await supplier.isRegistered(of)
  await goLive(of, month, new Date(`${month}T12:00:00Z`))
  const [id] = await statements(of, now())
  return { of, id: id!, month }
}

/** What the clock does on the 1st. */
export const drawUpAgain = ({ contractId }: Billing) => drawUpContract(contextOf(system, now()), contractId)
