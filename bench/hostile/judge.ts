import { asked, unheard, verifiedChain } from '@/e2e/launcher/own-database'
import { halfStates } from '@/lib/testing/half-states'

/** What must hold of money whatever happened: one query each, which finds the rows that break it. (procurement §6, M2, M3, M5) */
const money: Record<string, string> = {
  'a posting does not balance': `
    select "transactionId" as id, sum(pence) from "LedgerEntry" group by 1 having sum(pence) <> 0`,
  'a posting has lost an entry': `
    select t.id from "LedgerTransaction" t where t."entryCount" <> (select count(*) from "LedgerEntry" e where e."transactionId" = t.id)`,
  'an invoice is not the sum of its lines': `
    select i.id, i."netPence" from "Invoice" i join "InvoiceLine" l on l."invoiceId" = i.id and l.submission = i.submission
    group by i.id having i."netPence" <> sum(l."netPence")`,
  'an invoice is not its net and its VAT': `
    select id from "Invoice" where "grossPence" <> "netPence" + "vatPence"`,
  'a commitment has spent more than it holds': `
    select id from "Commitment" where "spentPence" > pence`,
}

/**
 * Reads the whole database afterwards, as its owner. `known`: faults that stood in the demonstration before anybody came.
 *
 * @returns one sentence a fault; none: nothing stands by half, no penny is missing, the chain is whole.
 */
export async function judged(url: string, known: Set<string>): Promise<string[]> {
  const faults = (await halfStates(url)).filter((fault) => !known.has(fault))
  for (const [what, sql] of Object.entries(money))
    for (const row of await asked(url, sql)) faults.push(`${what}: ${JSON.stringify(row)}`)
  for (const { id, state } of await unheard(url)) faults.push(`Order ${id} is ${state}: the worker has not heard`)
  try {
    verifiedChain(url)
  } catch (error) {
    faults.push((error as Error).message)
  }
  return faults
}
