import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { readCharges } from '../charges/read-charges'
import type { Invoice } from './invoice'

/** The requests that pay for an invoice: that of the order, and those of the changes in force. */
export async function fundingOf(
  tx: Tx,
  { contractId, month }: Pick<Invoice, 'contractId' | 'month'>,
): Promise<string[]> {
  const charges = await readCharges(tx, contractId, month)
  return charges.ok ? charges.value.fundingRequestIds : []
}
