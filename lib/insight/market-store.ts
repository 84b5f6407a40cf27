import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Only what was imported counts; invented practices of the demonstration never do. */
export type AreaRow = { code: string; name: string; icbCode: string; icbName: string }
export type NowRow = { area: string | null; system: string | null; practices: number; patients: number }
export type BeforeRow = { area: string | null; system: string; practices: number }
export type MoveRow = { area: string; from: string; to: string; practices: number }

export function findAreas(tx: Tx): Promise<AreaRow[]> {
  return tx.commissionerArea.findMany({
    where: { absent: false },
    select: { code: true, name: true, icbCode: true, icbName: true },
    orderBy: { code: 'asc' },
  })
}

/** The newest day on which a list names areas, the oldest day of a list before it, and the day of the newest list sizes. */
export async function findDays(tx: Tx): Promise<{ now: Date | null; before: Date | null; patients: Date | null }> {
  const rows = await tx.$queryRaw<{ now: Date | null; before: Date | null; patients: Date | null }[]>`
    with latest as (select max("asOf") as day from "ObservedSystem" where source = 'systems' and "areaCode" is not null)
    select latest.day as now,
      (select min("asOf") from "ObservedSystem" where source = 'systems' and "asOf" < latest.day) as before,
      (select max("asOf") from "ListSize" where source = 'list-sizes') as patients
    from latest`
  return rows[0]!
}

export function countNow(tx: Tx, now: Date): Promise<NowRow[]> {
  return tx.$queryRaw<NowRow[]>`
    select o."areaCode" as area, o.principal as system, count(*)::int as practices, coalesce(sum(l.patients), 0)::int as patients
    from "ObservedSystem" o
    left join "Organisation" g on g.kind = 'practice' and g.code = o."practiceCode" and not g.demo
    left join lateral (
      select patients from "ListSize" l where l."organisationId" = g.id and l.source = 'list-sizes' and not l.absent
      order by l."asOf" desc limit 1
    ) l on true
    where o."asOf" = ${now}::date and o.source = 'systems' and not o.absent
    group by 1, 2`
}

/** The earlier list names no area: it is that of the later list, else of the register. */
export function countBefore(tx: Tx, now: Date, before: Date): Promise<BeforeRow[]> {
  return tx.$queryRaw<BeforeRow[]>`
    select a.code as area, b.principal as system, count(*)::int as practices
    from "ObservedSystem" b
    left join "ObservedSystem" n on n."practiceCode" = b."practiceCode" and n."asOf" = ${now}::date and n.source = 'systems' and not n.absent
    left join "Organisation" g on g.kind = 'practice' and g.code = b."practiceCode" and not g.demo
    left join "CommissionerArea" a on a.code = coalesce(n."areaCode", g."partOfCode") and not a.absent
    where b."asOf" = ${before}::date and b.source = 'systems' and not b.absent and b.principal is not null
    group by 1, 2`
}

export function countMoves(tx: Tx, now: Date, before: Date): Promise<MoveRow[]> {
  return tx.$queryRaw<MoveRow[]>`
    select n."areaCode" as area, b.principal as "from", n.principal as "to", count(*)::int as practices
    from "ObservedSystem" n join "ObservedSystem" b on b."practiceCode" = n."practiceCode" and b."asOf" = ${before}::date
    where n."asOf" = ${now}::date and n.source = 'systems' and b.source = 'systems' and not n.absent and not b.absent
      and n.principal is not null and b.principal is not null
    group by 1, 2, 3`
}
