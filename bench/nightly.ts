import { spawnSync } from 'node:child_process'
import type pg from 'pg'
import { type Figure, figure } from './figure'
import { connected } from './load-portal'
import type { Stage } from './stage'

const requirements = 400

/**
 * RF-03, RG-03: one night's comparison of every listed module version, each with 400 requirements found met, and one bulk export
 * of the register, beside the plain reading of the same findings.
 */
export async function measureNight({ databaseUrl }: Stage): Promise<Figure[]> {
  const n = await connected(databaseUrl, fill)
  const baseline = await connected(databaseUrl, readPlainly)
  return (['compare', 'bulk'] as const).flatMap((what) => {
    const night = runOnce(databaseUrl, what)
    const name = what === 'compare' ? 'nightly' : 'nightly-bulk'
    const limit = (baselineValue: number) => ({ baseline: 'limit', baselineValue, n, goal: 1 })
    return [
      figure(`${name}.time`, night.ms, 'ms', {
        baseline: 'the same findings read with pg',
        baselineValue: baseline,
        n,
      }),
      figure(`${name}.cpu`, night.cpu, 'CPU-ms of its process, start and compilation included', limit(30_000)),
      figure(`${name}.limit`, night.ms, 'ms', limit(30_000)),
      figure(`${name}.memory`, night.megabytes, 'MB resident at most', limit(500)),
    ]
  })
}

/** A standard for every module, and of every module version a finding of each requirement; all of it known since 2020. */
async function fill(client: pg.Client): Promise<number> {
  await client.query(`set portal.clock = '2020-01-01T00:00:00Z'`)
  const version = '00000000-0000-4000-8000-0000000000aa'
  await client.query(`insert into "Standard" (id, name, kind) values ('S900', 'Bench', 'overarching')`)
  await client.query(
    `insert into "StandardVersion" (id, "standardId", version, "assertedState", source) values ($1, 'S900', '1.0.0', 'Effective', 'bench')`,
    [version],
  )
  await client.query(
    `insert into "Requirement" ("standardVersionId", id, title, level, method, hazard)
     select $1, 'S900/R' || i, 'R', 'MUST', 'DOCUMENT', 'LOW' from generate_series(1, ${requirements}) i`,
    [version],
  )
  await client.query(
    `insert into "Evidence" (id, "moduleVersionId", title, sha256, visibility, "addedAt") select id, id, 'Report', '', 'PUBLIC', '2020-01-01' from "ModuleVersion"`,
  )
  await client.query(
    `insert into "OfficerDecision" (id, "moduleVersionId", kind, reason, "effectiveFrom", "madeById", "secondedById", "madeOn", "recordedAt")
     select gen_random_uuid(), id, 'LIST', 'A reason of more than twenty characters', '2020-01-01', gen_random_uuid(), gen_random_uuid(), '2020-01-01', '2020-01-01' from "ModuleVersion"`,
  )
  const { rowCount } = await client.query(
    `insert into "Finding" (id, "moduleVersionId", "standardVersionId", "requirementId", outcome, "foundOn", "evidenceIds", "assessorId", "reviewerId", "recordedAt")
     select gen_random_uuid(), m.id, $1, 'S900/R' || i, 'MET', '2020-01-01', array[m.id], '00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002', '2020-01-01'
     from "ModuleVersion" m, generate_series(1, ${requirements}) i`,
    [version],
  )
  await client.query('vacuum analyze')
  return rowCount ?? 0
}

async function readPlainly(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ id: string }>(`select id from "ModuleVersion" order by id`)
  const started = performance.now()
  for (let i = 0; i < rows.length; i += 100)
    await client.query(`select * from "Finding" where "moduleVersionId" = any($1) order by sequence`, [
      rows.slice(i, i + 100).map((row) => row.id),
    ])
  return performance.now() - started
}

/** In a process of its own, so that its memory is its own. */
function runOnce(databaseUrl: string, what: 'compare' | 'bulk'): { ms: number; cpu: number; megabytes: number } {
  const ran = spawnSync(process.execPath, [...process.execArgv, 'bench/nightly-once.ts', what], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  })
  if (ran.status !== 0) throw new Error('the night failed')
  return JSON.parse(ran.stdout.trim().split('\n').at(-1)!)
}
