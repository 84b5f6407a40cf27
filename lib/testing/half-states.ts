import pg from 'pg'

/**
 * What no interruption may leave behind, asked of the database as its owner: a row whose state is not the last that its events tell,
 * a budget line that is not the sum of its commitments, a signed order twice over. Every table with a column `state` is asked, so a
 * new one comes in by itself. (architecture §4.1–2, procurement B1–B5, U3)
 *
 * @returns one sentence a fault; none: all is whole.
 */
export async function halfStates(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  // A server that is killed ends its connections whenever it likes; what was asked fails by itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    const faults: string[] = []
    for (const table of await tablesWithStates(client)) faults.push(...(await untold(client, table)))
    for (const [what, sql] of Object.entries(sums)) {
      const { rows } = await client.query(sql)
      faults.push(...rows.map((row) => `${what}: ${JSON.stringify(row)}`))
    }
    return faults
  } finally {
    await client.end()
  }
}

/** Told by the events of something else: money by its request's, what waits for a second person by what it is about. */
const toldElsewhere = ['Commitment', 'DecisionProposal', 'FindingProposal', 'StandardDraft', 'StandardProposal']
/** Begun by the event of what they belong to: only a later move has one of their own. */
const begunWithAnother = ['ContractSite', 'NonConformity']

async function tablesWithStates(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and column_name = 'state'
       and exists (select 1 from information_schema.columns i where i.table_schema = 'public' and i.table_name = c.table_name and i.column_name = 'id')
     order by 1`,
  )
  return rows.map(({ name }) => name).filter((name) => !toldElsewhere.includes(name))
}

async function untold(client: pg.Client, table: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string; state: string; told: string | null }>(
    `select t.id::text as id, t.state, e."toState" as told from "${table}" t
     left join lateral (select "toState" from "Event" where "aboutType" = '${table}' and "aboutId" = t.id::text and "toState" is not null order by id desc limit 1) e on true
     where e."toState" is distinct from t.state`,
  )
  const owed = rows.filter(({ told }) => told !== null || !begunWithAnother.includes(table))
  return owed.map(({ id, state, told }) => `${table} ${id} is ${state}, its events say ${told ?? 'nothing'}`)
}

const sums: Record<string, string> = {
  'a budget line is not the sum of its commitments': `
    select l.id, l."reservedPence", l."committedPence", l."spentPence" from "BudgetLine" l left join "Commitment" c on c."budgetLineId" = l.id
    group by l.id
    having l."reservedPence" <> coalesce(sum(c.pence - c."spentPence" - c."rolledPence") filter (where c.state = 'reserved'), 0)
      or l."committedPence" <> coalesce(sum(c.pence - c."spentPence" - c."rolledPence") filter (where c.state in ('committed', 'part-spent')), 0)
      or l."spentPence" <> coalesce(sum(c."spentPence"), 0)`,
  'a request is decided and its money is not where it belongs': `
    select r.id, r.state, c.state as money from "FundingRequest" r join "Commitment" c on c."fundingRequestId" = r.id
    where (r.state in ('submitted', 'recommended', 'returned') and c.state not in ('reserved', 'released'))
      or (r.state in ('declined', 'withdrawn', 'lapsed', 'voided') and c.state in ('reserved', 'committed', 'part-spent'))
      or (r.state = 'approved' and c.state = 'reserved')`,
  'an order is signed with one signature': `
    select o.id from "CallOff" o where o.state = 'signed'
      and 2 <> (select count(distinct side) from "Signature" s where s."callOffId" = o.id and s."termsHash" = o."termsHash")`,
  'a project is decided without its decision, or the other way about': `
    select p.id, p.state from "Project" p left join "ProjectDecision" d on d."projectId" = p.id where (p.state = 'decided') <> (d.id is not null)`,
  'a site is live on two days': `
    select s.id, s.state from "ContractSite" s where s.state = 'live' and s."liveOn" is null`,
}
