import { type Figure, figure } from './figure'
import { connected } from './load-portal'
import type { Stage } from './stage'

const budget = 4
const answers = 50

/** How many statements an answer takes: each is a transaction of its own, and the database counts those. */
export async function statementsOf({ portal, databaseUrl }: Stage, name: string, paths: string[]): Promise<Figure> {
  const before = await committed(databaseUrl)
  for (let i = 0; i < answers; i++) await (await fetch(portal + paths[i % paths.length])).arrayBuffer()
  const used = (await committed(databaseUrl)) - before
  return figure(`${name}.statements`, used / answers, 'statements an answer, at most', {
    baseline: 'budget',
    baselineValue: budget,
    n: answers,
    goal: 1,
  })
}

/** The database's processes report what they did after ten idle seconds. */
async function committed(url: string): Promise<number> {
  await new Promise((done) => setTimeout(done, 11_000))
  return connected(url, async (client) => {
    const { rows } = await client.query(`select xact_commit from pg_stat_database where datname = current_database()`)
    return Number(rows[0].xact_commit)
  })
}
