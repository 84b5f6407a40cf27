import 'server-only'
import { type ChargedContract, getChargedContract } from '@/lib/contracts/get-charged-contract'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { getOrderPrices } from '@/lib/procurement/call-offs/get-order-prices'
import { readSettingsOn } from '@/lib/settings/read-settings'
import { findVatNumber } from '../accounts/vat-store'
import type { InvoiceLine } from '../invoices/invoice'
import { listUsageOfMonth } from '../usage/list-usage-of-month'
import { lastDayOf, linesOfMonth } from './month-charge-rules'
import type { UsageOfMonth } from './price-part'
import { partsOf } from './price-part-rules'
import { readPlayGate } from './read-play-gate'

export type MonthCharges = {
  contract: ChargedContract & { callOffId: string }
  /** Every line that could be charged, those of nothing included. */
  lines: InvoiceLine[]
  /** The request of the order, those of the changes since, and that of a hold-over. */
  fundingRequestIds: string[]
  settings: string[]
}

/**
 * What the frozen prices and the evidence of today say of a month, inside the caller's transaction. Prices are those in force on
 * the first day of the month; the rate of VAT is that of its last day, and none without a VAT number (M4).
 */
export async function readCharges(
  tx: Tx,
  contractId: string,
  month: Day,
  given?: UsageOfMonth[],
): Promise<Result<MonthCharges>> {
  const contract = await getChargedContract(tx, contractId)
  const { callOffId = null } = contract ?? {}
  const order = callOffId === null ? undefined : await getOrderPrices(tx, callOffId)
  if (!contract || callOffId === null || !order) return refuse({ kind: 'not-found' })
  const usage = given ?? (await listUsageOfMonth(tx, contractId, month))
  const vat = await readSettingsOn(tx, lastDayOf(month), contract.payerId, ['vat-percent'])
  if (!vat.ok) return vat
  const gate = await readPlayGate(tx, contract, month)
  if (!gate.ok) return gate
  const isRegistered = (await findVatNumber(tx, contract.supplierId, lastDayOf(month))) !== undefined
  const [first, ...later] = contract.terms
  const inForce = [...(first ? [first] : []), ...later.filter(({ effectiveOn }) => effectiveOn <= month)]
  const parts = partsOf(order, contract.sites, inForce)
  const vatPercent = isRegistered ? vat.value.count('vat-percent') : 0
  const changes = inForce.map(({ fundingRequestId }) => fundingRequestId)
  const requests = [order.fundingRequestId, ...changes, contract.holdOverFundingId]
  return ok({
    contract: { ...contract, callOffId },
    lines: linesOfMonth(
      { contract, parts, sites: contract.sites, usage, playGate: gate.value.gate },
      month,
      vatPercent,
    ),
    fundingRequestIds: requests.filter((id) => id !== null),
    settings: [...vat.value.ids, ...gate.value.settings],
  })
}
