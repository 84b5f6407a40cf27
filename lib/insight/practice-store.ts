import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { likePattern } from '@/lib/platform/like-pattern'
import type { AreaPractice, FoundPractice, Observation, PracticeFacts } from './practice'

/** Practices whose code or postcode is the text, or whose name and address hold all its words; the best first. */
export function findPractices(tx: Tx, text: string, take: number): Promise<FoundPractice[]> {
  const words = text.split(/\s+/).map(likePattern)
  const bare = text.replace(/\s+/g, '').toUpperCase()
  const start = `${bare.replace(/[\\%_]/g, (c) => `\\${c}`)}%`
  return tx.$queryRaw<FoundPractice[]>`
    select code, name, postcode, status, demo from "Organisation"
    where kind = 'practice' and code is not null and status in ('active', 'stub', 'dormant')
      and (code = ${bare} or replace(postcode, ' ', '') like ${start} or concat_ws(' ', name, array_to_string(address, ' ')) ilike all (${words}::text[]))
    order by (code = ${bare}) desc, (status = 'active') desc, name, code limit ${take}`
}

export async function countPractices(tx: Tx): Promise<number> {
  return tx.organisation.count({ where: { kind: 'practice', demo: false, source: { not: null } } })
}

export async function findPractice(
  tx: Tx,
  where: { code: string } | { id: string },
): Promise<PracticeFacts | undefined> {
  const row = await tx.organisation.findFirst({
    where: { ...where, kind: 'practice' },
    select: {
      id: true,
      code: true,
      name: true,
      status: true,
      address: true,
      postcode: true,
      demo: true,
      partOfCode: true,
      listSizes: {
        where: { absent: false },
        orderBy: { asOf: 'desc' },
        take: 1,
        select: { patients: true, asOf: true },
      },
    },
  })
  if (!row?.code) return undefined
  const area = row.partOfCode ? await areaOf(tx, row.partOfCode) : null
  const list = row.listSizes[0]
  return {
    code: row.code,
    name: row.name,
    status: row.status,
    address: row.address,
    postcode: row.postcode,
    demo: row.demo,
    organisationId: row.id,
    areaCode: row.partOfCode,
    areaName: area?.name ?? null,
    icbCode: area?.icbCode ?? null,
    icbName: area?.icbName ?? null,
    list: list ? { patients: list.patients, asOf: dayFromDate(list.asOf) } : null,
    observed: await observationsOf(tx, row.code),
  }
}

/** The area by its code; of an invented commissioner only the name is known. */
async function areaOf(tx: Tx, code: string) {
  const area = await tx.commissionerArea.findUnique({
    where: { code },
    select: { name: true, icbCode: true, icbName: true },
  })
  if (area) return area
  const commissioner = await tx.organisation.findFirst({
    where: { kind: 'commissioner', code },
    select: { name: true },
  })
  return commissioner && { name: commissioner.name, icbCode: null, icbName: null }
}

async function observationsOf(tx: Tx, practiceCode: string): Promise<Observation[]> {
  const rows = await tx.observedSystem.findMany({
    where: { practiceCode, absent: false },
    select: { asOf: true, principal: true, allNames: true, pcnName: true, source: true },
    orderBy: { asOf: 'desc' },
  })
  return rows.map((row) => ({ ...row, asOf: dayFromDate(row.asOf) }))
}

/** Active practices of an area with the system that the newest list saw. */
export function findPracticesOfArea(tx: Tx, areaCode: string): Promise<AreaPractice[]> {
  return tx.$queryRaw<AreaPractice[]>`
    select o."practiceCode" as code, coalesce(g.name, o."practiceCode") as name, o.principal, o."allNames",
      b.principal as "formerly", l.patients
    from "ObservedSystem" o
    left join "Organisation" g on g.kind = 'practice' and g.code = o."practiceCode"
    left join lateral (select principal from "ObservedSystem" b where b."practiceCode" = o."practiceCode" and b."asOf" < o."asOf"
      and not b.absent order by b."asOf" limit 1) b on true
    left join lateral (select patients from "ListSize" l where l."organisationId" = g.id and not l.absent order by l."asOf" desc limit 1) l on true
    where o."areaCode" = ${areaCode} and not o.absent and o.source = 'systems'
      and o."asOf" = (select max("asOf") from "ObservedSystem" where source = 'systems' and "areaCode" is not null)
    order by 2, 1`
}
