import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { findSlices } from './slice-store'

/** What these requests committed for each financial year, in pence, whether spent since or not; money rolled over counts in its new year only. */
export async function listCommitted(tx: Tx, fundingRequestIds: string[]): Promise<Map<number, bigint>> {
  const years = new Map<number, bigint>()
  for (const { commitments } of await findSlices(tx, fundingRequestIds))
    for (const { line, pence, rolledPence } of commitments)
      years.set(line.year, (years.get(line.year) ?? 0n) + pence - rolledPence)
  return years
}
