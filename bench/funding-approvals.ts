import pg from 'pg'
import { approveFunding } from '@/lib/funding/approve-funding'
import type { Actor } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { connectionOptions } from '@/lib/platform/connection'
import { value } from '@/lib/testing/answers'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { firstSettingRows } from '@/prisma/seed/first-settings'
import { type Figure, figure, median } from './figure'
import { approvePlainly } from './funding-approvals-plain'
import { connected } from './load-portal'
import { cpuOf, parentOf } from './process-cpu'

const clients = 16
const [rounds, aRound] = [3, 400]
const pence = 100_000n

/** One payer's line and the person who may approve from it, or a hundred of them. */
type Payer = { lineId: string; approver: Actor }

/**
 * B1 under load: approvals a second and processor time an approval where every request takes from one budget line, and where they
 * take from a hundred of as many payers; each beside the same guarded update, money and event in plain SQL on as many connections.
 * It throws where a request was not approved or a line is not the sum of what it committed.
 */
export async function measureFundingApprovals(databaseUrl: string): Promise<Figure[]> {
  return connected(databaseUrl, async (client) => {
    for (const { id, key, value, source, validFrom } of firstSettingRows())
      await client.query(`insert into "Setting" (id, key, value, source, "validFrom") values ($1, $2, $3, $4, $5)`, [
        id,
        key,
        JSON.stringify(value),
        source,
        validFrom,
      ])
    const figures: Figure[] = []
    for (const lines of [1, 100]) figures.push(...(await measure(client, lines)))
    return figures
  })
}

async function measure(client: pg.Client, lines: number): Promise<Figure[]> {
  const server = parentOf((await client.query('select pg_backend_pid() as pid')).rows[0].pid)
  const payers: Payer[] = []
  for (let i = 0; i < lines; i++) payers.push(await aPayer(client, `${lines}-${i}`))
  const plain = new pg.Pool({ ...connectionOptions(), max: clients })
  const taken: Record<'ours' | 'bare', { ms: number; cpu: number }[]> = { ours: [], bare: [] }
  for (let round = 0; round <= rounds; round++)
    for (const who of ['ours', 'bare'] as const) {
      const requests = await ask(client, payers)
      const approve =
        who === 'ours'
          ? ({ id, payer }: Asked) => approveOurs(id, payer)
          : ({ id, payer }: Asked) => approvePlainly(plain, id, payer.approver)
      const spent = await timed(server, () => share(requests, approve))
      // The first round warms both up.
      if (round > 0) taken[who].push(spent)
    }
  await plain.end()
  await expectWhole(client, payers)
  const of = (who: 'ours' | 'bare', what: 'ms' | 'cpu') => median(taken[who].map((t) => t[what])) / aRound
  const n = rounds * aRound
  const name = lines === 1 ? 'funding-approvals.one-line' : 'funding-approvals.hundred-lines'
  const baseline = 'the same update, money and event in plain SQL'
  return [
    figure(`${name}.cpu`, of('ours', 'cpu'), 'CPU-ms an approval', {
      baseline,
      baselineValue: of('bare', 'cpu'),
      n,
      goal: 4,
    }),
    figure(`${name}.rate`, 1_000 / of('ours', 'ms'), 'approvals a second, 16 at once', {
      baseline,
      baselineValue: 1_000 / of('bare', 'ms'),
      n,
    }),
  ]
}

async function aPayer(client: pg.Client, code: string): Promise<Payer> {
  const { id } = await organisation.commissioner({ code })
  const approver = await person.approver(id, 10_000_000_000n)
  const { rows } = await client.query(
    `insert into "BudgetLine" (id, "organisationId", stream, year, "allocatedPence") values (gen_random_uuid(), $1, 'GPIT', 2026, 100000000000) returning id`,
    [id],
  )
  return { lineId: rows[0].id, approver }
}

type Asked = { id: string; payer: Payer }

/** Requests whose money is reserved already, spread over the payers, written by plain SQL. */
async function ask(client: pg.Client, payers: Payer[]): Promise<Asked[]> {
  const asked: Asked[] = []
  for (const payer of payers) {
    const n = aRound / payers.length
    const { rows } = await client.query(
      `with made as (
         insert into "FundingRequest" (id, "payerId", "requestedById", "requesterOrgId", "referenceType", "referenceId", title, reason,
           "wholeLifePence", "termsHash", state, "submittedAt", "dueOn")
         select gen_random_uuid(), $1, gen_random_uuid(), gen_random_uuid(), 'Bench', gen_random_uuid(), 'A thing', 'Because', $3, 'h', 'submitted', now(), current_date
         from generate_series(1, $4::int) returning id),
       money as (
         insert into "Commitment" (id, "fundingRequestId", "budgetLineId", pence, state) select gen_random_uuid(), id, $2, $3, 'reserved' from made),
       line as (update "BudgetLine" set "reservedPence" = "reservedPence" + $3 * $4::int where id = $2)
       select id from made`,
      [payer.approver.organisationId, payer.lineId, pence, n],
    )
    asked.push(...rows.map(({ id }) => ({ id, payer })))
  }
  return asked
}

async function approveOurs(id: string, { approver }: Payer): Promise<void> {
  await value(approveFunding({ actor: approver, now: now(), requestId: 'bench' }, { id, version: 1, reason: '' }))
}

/** So many at once, each taking the next. */
async function share<T>(work: T[], one: (item: T) => Promise<void>): Promise<void> {
  const left = [...work]
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let item = left.pop(); item; item = left.pop()) await one(item)
    }),
  )
}

async function timed(server: number, work: () => Promise<void>): Promise<{ ms: number; cpu: number }> {
  const [started, before] = [performance.now(), cpuOf([process.pid, server])]
  await work()
  return { ms: performance.now() - started, cpu: cpuOf([process.pid, server]) - before }
}

async function expectWhole(client: pg.Client, payers: Payer[]): Promise<void> {
  const { rows } = await client.query(
    `select count(*)::int as n, sum("committedPence")::text as committed, sum("reservedPence")::text as reserved from "BudgetLine" where id = any($1)`,
    [payers.map((p) => p.lineId)],
  )
  const committed = pence * BigInt(aRound * (rounds + 1) * 2)
  if (rows[0].committed !== String(committed) || rows[0].reserved !== '0')
    throw new Error(`The lines do not hold what was approved: ${JSON.stringify(rows[0])}`)
}
