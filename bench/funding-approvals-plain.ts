import { createHash } from 'node:crypto'
import type pg from 'pg'
import type { Actor } from '@/lib/platform/actor'

const statements = {
  request: `update "FundingRequest" set state = 'approved', "decidedById" = $2, "decidedAt" = now(), "approvedUntil" = current_date + 90, version = version + 1
    where id = $1 and version = 1 and state = 'submitted'`,
  slices: `update "Commitment" set state = 'committed' where "fundingRequestId" = $1 and state = 'reserved' returning "budgetLineId", pence`,
  line: `update "BudgetLine" set "reservedPence" = "reservedPence" - $2, "committedPence" = "committedPence" + $2 where id = $1`,
  head: `insert into "EventChain" (id, position, hash) values ($1, 1, '') on conflict (id) do update set position = "EventChain".position + 1 returning position, hash`,
  event: `insert into "Event" ("chainId", position, name, "aboutType", "aboutId", "actorKind", "actorId", "actorRef", "organisationId", "fromState", "toState",
      data, "requestId", at, "previousHash", hash)
    values ($1, $2, $3, 'FundingRequest', $4, 'person', $5, $5, $6, 'submitted', 'approved', '{}', 'bench', now(), $7, $8)`,
  chain: `update "EventChain" set hash = $2 where id = $1`,
}

/** What an approval must write whoever writes it: the guarded move, the money, and its two events at the head of the payer's chain. */
export async function approvePlainly(pool: pg.Pool, id: string, { userId, organisationId }: Actor): Promise<void> {
  const client = await pool.connect()
  const run = (name: keyof typeof statements, values: unknown[]) =>
    client.query({ name, text: statements[name], values })
  try {
    await client.query('begin')
    if ((await run('request', [id, userId])).rowCount !== 1) throw new Error('The request was not there to be approved')
    for (const { budgetLineId, pence } of (await run('slices', [id])).rows) await run('line', [budgetLineId, pence])
    for (const name of ['FundsCommitted', 'FundingApproved']) {
      const [head] = (await run('head', [organisationId])).rows
      const hash = createHash('sha256').update(`${head.hash}${name}${id}`).digest('hex')
      await run('event', [organisationId, head.position, name, id, userId, organisationId, head.hash, hash])
      await run('chain', [organisationId, hash])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}
