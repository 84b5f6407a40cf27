import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { likePattern } from '@/lib/platform/like-pattern'
import { Prisma } from '@/prisma/generated/client'
import type { ContractState } from '../contract'
import { daysOfMonth, type RegisterFilter } from './register-filter'

export type RegisterRow = {
  id: string
  number: string
  moduleName: string
  practice: string
  practiceCode: string | null
  payer: string
  supplier: string
  state: ContractState
  startsOn: Day
  endsOn: Day
  noticeDate: Day
  noticeDays: number
  yearlyPence: bigint
  totalPence: bigint
}
type Raw = Omit<RegisterRow, 'startsOn' | 'endsOn' | 'noticeDate'> & { startsOn: Date; endsOn: Date; noticeDate: Date }

/** Contracts in which one of these organisations is a party, that answer the question: those that must be decided soonest first. */
export async function findRegister(
  tx: Tx,
  organisationIds: string[],
  filter: RegisterFilter,
  { limit, offset }: { limit: number; offset: number },
): Promise<RegisterRow[]> {
  const rows = await tx.$queryRaw<Raw[]>`
    select c.id, c.number, c."moduleName", p.name as practice, p.code as "practiceCode", b.name as payer, s.name as supplier,
      c.state, c."startsOn", c."endsOn", c."noticeDate", c."noticeDays", c."yearlyPence", c."totalPence"
    from (select c.id ${source(organisationIds, filter)} order by c."noticeDate", c.id limit ${limit} offset ${offset}) page
    join "Contract" c on c.id = page.id
    join "Organisation" p on p.id = c."practiceId"
    join "Organisation" b on b.id = c."payerId"
    join "Organisation" s on s.id = c."supplierId"
    order by c."noticeDate", c.id`
  return rows.map((row) => ({
    ...row,
    startsOn: dayFromDate(row.startsOn),
    endsOn: dayFromDate(row.endsOn),
    noticeDate: dayFromDate(row.noticeDate),
  }))
}

export async function countRegister(tx: Tx, organisationIds: string[], filter: RegisterFilter): Promise<number> {
  const [row] = await tx.$queryRaw<{ n: bigint }[]>`select count(*) as n ${source(organisationIds, filter)}`
  return Number(row?.n ?? 0)
}

/** How many notice dates fall into each month, from a day on. */
export async function countByMonth(
  tx: Tx,
  organisationIds: string[],
  from: Day,
): Promise<{ month: string; contracts: number }[]> {
  const rows = await tx.$queryRaw<{ month: string; n: bigint }[]>`
    select to_char(c."noticeDate", 'YYYY-MM') as month, count(*) as n from "Contract" c
    where ${ofParty(organisationIds)} and c."noticeDate" >= ${dateFromDay(from)}::date
      and c.state in ('mobilising', 'live', 'expiring')
    group by 1 order by 1 limit 48`
  return rows.map(({ month, n }) => ({ month, contracts: Number(n) }))
}

const ofParty = (ids: string[]) =>
  Prisma.sql`(c."payerId" = any(${ids}::uuid[]) or c."practiceId" = any(${ids}::uuid[]) or c."supplierId" = any(${ids}::uuid[])
    or exists (select 1 from "ContractSite" o where o."contractId" = c.id and o."practiceId" = any(${ids}::uuid[])))`

/** Contracts and what is asked of them. Names are joined only where they are asked about: twenty thousand rows need them 25 times. */
function source(organisationIds: string[], { words, practice, supplier, payer, month, state }: RegisterFilter) {
  const conditions = [ofParty(organisationIds)]
  const joins = new Map<string, Prisma.Sql>()
  const name = (alias: string, column: string) =>
    joins.set(
      alias,
      Prisma.sql`join "Organisation" ${Prisma.raw(alias)} on ${Prisma.raw(`${alias}.id = c."${column}"`)}`,
    )
  if (words) {
    name('p', 'practiceId')
    name('s', 'supplierId')
    const like = likePattern(words)
    conditions.push(
      Prisma.sql`(c.number ilike ${like} or c."moduleName" ilike ${like} or p.name ilike ${like} or upper(p.code) = ${words.toUpperCase()} or s.name ilike ${like})`,
    )
  }
  if (practice) {
    name('p', 'practiceId')
    conditions.push(Prisma.sql`(p.name ilike ${likePattern(practice)} or upper(p.code) = ${practice.toUpperCase()})`)
  }
  if (supplier) {
    name('s', 'supplierId')
    conditions.push(Prisma.sql`s.name ilike ${likePattern(supplier)}`)
  }
  if (payer) {
    name('b', 'payerId')
    conditions.push(Prisma.sql`b.name ilike ${likePattern(payer)}`)
  }
  if (state) conditions.push(Prisma.sql`c.state = ${state}`)
  if (month) {
    const [first, last] = daysOfMonth(month)
    conditions.push(Prisma.sql`c."noticeDate" between ${dateFromDay(first)}::date and ${dateFromDay(last)}::date`)
  }
  return Prisma.sql`from "Contract" c ${joins.size > 0 ? Prisma.join([...joins.values()], ' ') : Prisma.empty} where ${Prisma.join(conditions, ' and ')}`
}
