import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { likePattern } from '@/lib/platform/like-pattern'
import type { CallOffState } from './call-off'

export type FoundCallOff = {
  id: string
  number: string
  moduleName: string
  practice: string
  state: CallOffState
  total: number
}

/**
 * Orders by number, module or practice that one of these organisations may see, newest first, with how many there are in all.
 * One statement. The condition on the row says what `maySeeCallOff` says; a test holds the two together.
 */
export function findCallOffsNamed(
  tx: Tx,
  organisationIds: string[],
  { shownToSupplier, shownEarly }: Record<'shownToSupplier' | 'shownEarly', readonly CallOffState[]>,
  text: string,
  take: number,
): Promise<FoundCallOff[]> {
  const like = likePattern(text)
  return tx.$queryRaw<FoundCallOff[]>`
    select c.id, c.number, c."moduleName", p.name as practice, c.state, count(*) over ()::int as total
    from "CallOff" c join "Organisation" p on p.id = c."practiceId"
    where c.state <> 'deleted'
      and (c."practiceId" = any(${organisationIds}::uuid[])
        or exists (select 1 from "CallOffSite" s where s."callOffId" = c.id and s."practiceId" = any(${organisationIds}::uuid[])
          and (s.state = 'consented' or c.state = 'draft'))
        or (c."payerId" = any(${organisationIds}::uuid[]) and c.state <> 'draft')
        or (c."supplierId" = any(${organisationIds}::uuid[]) 
          and (c.state = any(${shownToSupplier}::text[]) or c."sharedAt" is not null and c.state = any(${shownEarly}::text[]))))
      and (c.number ilike ${like} or c."moduleName" ilike ${like} or p.name ilike ${like} or p.code = upper(${text}))
    order by (c.number = upper(${text})) desc, c.number desc limit ${take}`
}
