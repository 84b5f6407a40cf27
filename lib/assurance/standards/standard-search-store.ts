import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { likePattern } from '@/lib/platform/like-pattern'

export type FoundStandard = { id: string; name: string; kind: string; retired: boolean; total: number }

/** Standards by id, or by what their name holds, with how many there are in all. One statement. */
export function findStandardsNamed(tx: Tx, text: string, take: number): Promise<FoundStandard[]> {
  return tx.$queryRaw<FoundStandard[]>`
    select id, name, kind, retired, count(*) over ()::int as total from "Standard"
    where not absent and (id = upper(${text}) or name ilike ${likePattern(text)})
    order by (id = upper(${text})) desc, retired, name, id limit ${take}`
}
