import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { likePattern } from '@/lib/platform/like-pattern'
import type { SwitchState } from './switch'

export type FoundSwitch = {
  id: string
  practice: string
  losing: string
  gaining: string | null
  state: SwitchState
  total: number
}

/** Switches in which one of these organisations takes part, by id, practice or supplier, the newest first, with how many there are in all. One statement. */
export function findSwitchesNamed(
  tx: Tx,
  organisationIds: string[],
  text: string,
  take: number,
): Promise<FoundSwitch[]> {
  const like = likePattern(text)
  const id = isId(text.toLowerCase()) ? text.toLowerCase() : null
  return tx.$queryRaw<FoundSwitch[]>`
    select s.id, p.name as practice, l.name as losing, g.name as gaining, s.state, count(*) over ()::int as total
    from "Switch" s
    join "Organisation" p on p.id = s."practiceId"
    join "Organisation" l on l.id = s."losingSupplierId"
    left join "Organisation" g on g.id = s."gainingSupplierId"
    where (s."practiceId" = any(${organisationIds}::uuid[]) or s."payerId" = any(${organisationIds}::uuid[])
        or s."losingSupplierId" = any(${organisationIds}::uuid[]) or s."gainingSupplierId" = any(${organisationIds}::uuid[]))
      and (s.id = ${id}::uuid or p.name ilike ${like} or p.code = upper(${text}) or l.name ilike ${like} or g.name ilike ${like})
    order by s."openedAt" desc, s.id limit ${take}`
}
