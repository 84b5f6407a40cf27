import 'server-only'
import { maySeeContract } from '@/lib/contracts/contract-policy'
import { getContractFacts } from '@/lib/contracts/get-contract-facts'
import { listPracticeCodes } from '@/lib/identity/list-practice-codes'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { lastDayOf, monthOf } from '../charges/month-charge-rules'
import type { Invoice, InvoiceLine } from '../invoices/invoice'
import { findInvoicesOfContract } from '../invoices/invoice-store'
import { findLines } from '../invoices/line-store'
import type { UsageFilter } from './usage-filter'
import { daysOf, metersOf, type UsageRow } from './usage-view-rules'
import { findUsage, findUsageMonths } from './usage-view-store'

/**
 * What gateways recorded for a contract in a month, and the invoice lines that charge it (G8), for its payer, supplier and
 * practices; undefined for everybody else. Unmatched records of its practices are among them (G4).
 */
export async function getContractUsage(ctx: Context, id: string, asked: UsageFilter) {
  const contract = isId(id) ? await getContractFacts(db, id) : undefined
  if (!contract || !maySeeContract(ctx.actor, contract, contract.sites)) return undefined
  const practiceIds = [...new Set([contract.practiceId, ...contract.sites.map(({ practiceId }) => practiceId)])]
  const practices = await listPracticeCodes(db, practiceIds)
  const scope = { contractId: id, moduleId: contract.moduleId, codes: [...practices.keys()] }
  const months = await findUsageMonths(db, scope)
  const month = asked.month === '' ? (months[0] ?? monthOf(dayOf(ctx.now))) : `${asked.month}-01`
  const only = practiceIds.includes(asked.practice) ? asked.practice : ''
  const isShown = ({ practice }: UsageRow) => only === '' || practices.get(practice) === only
  const rows = (await findUsage(db, scope, month, lastDayOf(month))).filter(isShown)
  const days = daysOf(rows)
  const lines = (await linesOf(id, month)).filter(({ line }) => only === '' || line.practiceId === only)
  return { contract, practiceIds, months, month, practice: only, rows, days, meters: metersOf(days), lines }
}
export type ContractUsage = NonNullable<Awaited<ReturnType<typeof getContractUsage>>>

/** The lines of living and credited invoices that charge the use of a month, whichever invoice they stand on. */
async function linesOf(contractId: string, month: Day): Promise<{ invoice: Invoice; line: InvoiceLine }[]> {
  const found: { invoice: Invoice; line: InvoiceLine }[] = []
  for (const invoice of await findInvoicesOfContract(db, contractId))
    for (const line of await findLines(db, invoice.id, invoice.submission))
      if (line.kind === 'usage' && line.month === month) found.push({ invoice, line })
  return found
}
