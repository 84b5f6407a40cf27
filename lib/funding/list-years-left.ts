import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findBudgetLines } from './budget-store'
import { availablePence } from './funding-request'
import type { YearLeft } from './own-means'

/** What a payer has left of one stream, by financial year, in pence. The caller has shown that its reader belongs to the payer. */
export async function listYearsLeft(tx: Tx, payerId: string, stream: string): Promise<YearLeft[]> {
  const lines = (await findBudgetLines(tx, [payerId])).filter((line) => line.stream === stream)
  return lines.map((line) => ({ year: line.year, leftPence: availablePence(line) }))
}
