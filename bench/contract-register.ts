import type pg from 'pg'
import { registerFilter, registerPageSize } from '@/lib/contracts/register/register-filter'
import { searchContracts } from '@/lib/contracts/register/search-contracts'
import type { Actor } from '@/lib/platform/actor'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { type Figure, figure } from './figure'
import { connected } from './load-portal'

const [contracts, practices, times] = [20_000, 6_000, 200]
const today = '2026-11-29'

/**
 * The register of one payer with 20,000 contracts at 6,000 practices of 40 suppliers, asked as its page asks (one count, one page of
 * 25): the first and the last page, a practice by name and by code, a month of notice dates. Beside each, the count and the page in
 * plain SQL over the contract's own columns. A tenth of the contracts in another payer's register gives the growth.
 */
export async function measureContractRegister(databaseUrl: string): Promise<Figure[]> {
  return connected(databaseUrl, async (client) => {
    const [large, small] = [await aPayer(client, contracts), await aPayer(client, contracts / 10)]
    await client.query('vacuum analyze')
    const figures: Figure[] = []
    for (const [name, question, page] of questions) {
      const ask = (actor: Actor) => searchContracts(actor, registerFilter.parse(question), page, today)
      const [ours, less] = [await timed(() => ask(large)), await timed(() => ask(small))]
      const bare = await timed(() => plainly(client, large.organisationId!, page))
      figures.push(
        figure(`contract-register.${name}-p50`, ours.p50, 'ms', {
          baseline: 'a count and the same page of contracts alone, with pg',
          baselineValue: bare.p50,
          n: times,
        }),
        figure(`contract-register.${name}-p99`, ours.p99, 'ms', {
          baseline: 'limit',
          baselineValue: 100,
          n: times,
          goal: 1,
        }),
        figure(`contract-register.${name}-growth`, ours.p50, 'ms', {
          baseline: 'the same with a tenth of the contracts',
          baselineValue: less.p50,
          n: times,
        }),
      )
    }
    return figures
  })
}

const questions: [name: string, question: Record<string, string>, page: number][] = [
  ['first-page', {}, 1],
  ['last-page', {}, contracts / registerPageSize],
  ['practice-name', { practice: 'practice 4711' }, 1],
  ['practice-code', { practice: 'B04711' }, 1],
  ['notice-month', { month: '2027-06' }, 1],
]

/** A payer with so many contracts, spread over practices and suppliers; their ends lie within three years. */
async function aPayer(client: pg.Client, count: number): Promise<Actor> {
  const { id } = await organisation.commissioner()
  await client.query(
    `insert into "Organisation" (id, kind, status, name, code) select gen_random_uuid(), 'practice', 'active', 'The practice ' || i, 'B' || lpad(i::text, 5, '0')
     from generate_series(1, $1::int) i on conflict do nothing`,
    [practices],
  )
  await client.query(
    `insert into "Organisation" (id, kind, status, name) select gen_random_uuid(), 'supplier', 'active', 'The supplier ' || i from generate_series(1, 40) i
     where not exists (select 1 from "Organisation" where name = 'The supplier 1')`,
  )
  await client.query(
    `with p as (select id, row_number() over (order by code) - 1 as n from "Organisation" where name like 'The practice %'),
          s as (select id, row_number() over (order by name) - 1 as n from "Organisation" where name like 'The supplier %')
     insert into "Contract" (id, number, "practiceId", "payerId", "supplierId", "moduleName", "startsOn", "endsOn", "noticeDays", "noticeDate", "runsUntil",
       "yearlyPence", "totalPence", state, "madeAt")
     select gen_random_uuid(), 'C' || lpad(i::text, 6, '0') || '-01', p.id, $1, s.id, 'Module ' || (i % 300), date '2024-06-01' + i % 1000,
       date '2027-01-01' + i % 1000, 90, date '2027-01-01' + i % 1000 - 90, date '2027-01-01' + i % 1000, 1243746, 3731238, 'live', now()
     from generate_series(1, $2::int) i join p on p.n = i % $3::int join s on s.n = i % 40`,
    [id, count, practices],
  )
  return person.approver(id, 1n)
}

async function plainly(client: pg.Client, payerId: string, page: number): Promise<void> {
  await client.query({ name: 'count', text: `select count(*) from "Contract" where "payerId" = $1`, values: [payerId] })
  await client.query({
    name: 'page',
    text: `select id, number, "moduleName", state, "startsOn", "endsOn", "noticeDate", "noticeDays", "yearlyPence", "totalPence" from "Contract"
      where "payerId" = $1 order by "noticeDate", id limit $2 offset $3`,
    values: [payerId, registerPageSize, (page - 1) * registerPageSize],
  })
}

async function timed(work: () => Promise<unknown>): Promise<{ p50: number; p99: number }> {
  const taken: number[] = []
  for (let i = 0; i < times + 20; i++) {
    const started = performance.now()
    await work()
    if (i >= 20) taken.push(performance.now() - started)
  }
  taken.sort((a, b) => a - b)
  return { p50: taken[Math.floor(times / 2)]!, p99: taken[Math.floor(times * 0.99)]! }
}
