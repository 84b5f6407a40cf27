import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { Prisma } from '@/prisma/generated/client'
import type { UsageRow } from './usage-view-rules'

/** Records that are a contract's own, and those of its module and practices that match no site at all. */
export type UsageScope = { contractId: string; moduleId: string | null; codes: string[] }

/** The last word on every record of a contract, also where an earlier one named another. */
const lastWords = ({ contractId, moduleId, codes }: UsageScope) => {
  const own = Prisma.sql`("contractId" = ${contractId}::uuid
    or ("contractId" is null and "moduleId" = ${moduleId ?? ''} and practice = any(${codes})))`
  return Prisma.sql`(select * from (
    select distinct on (r."issuerId", r."recordId") r.* from "UsageRecord" r
    where (r."issuerId", r."recordId") in (select "issuerId", "recordId" from "UsageRecord" where ${own})
    order by r."issuerId", r."recordId", r.sequence desc) as last where ${own}) as counted`
}

/** Days, practices and meters of a span with what was recorded; unmatched ones by themselves (G4). */
export async function findUsage(tx: Tx, scope: UsageScope, from: Day, to: Day): Promise<UsageRow[]> {
  return tx.$queryRaw`
    select to_char(day, 'YYYY-MM-DD') as day, practice, meter, "siteId" is not null as matched,
      sum(quantity)::bigint as calls, count(*)::int as records from ${lastWords(scope)}
    where day between ${from}::date and ${to}::date group by 1, 2, 3, 4 order by 1, 3, 2, 4 desc`
}

/** The months of which something is recorded, the newest first, as their first days. */
export async function findUsageMonths(tx: Tx, scope: UsageScope): Promise<Day[]> {
  const rows = await tx.$queryRaw<{ month: Day }[]>`
    select distinct to_char(date_trunc('month', day), 'YYYY-MM-DD') as month from ${lastWords(scope)} order by 1 desc`
  return rows.map(({ month }) => month)
}
