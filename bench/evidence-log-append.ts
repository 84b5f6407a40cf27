import type pg from 'pg'
import { appendToLog } from '@/lib/assurance/evidence-log/append-to-log'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { transaction } from '@/lib/platform/transaction'
import { factsInOneSigning } from '@/lib/worker/evidence-log/keep-evidence-log'
import { type BenchLog, insertPlainly, leafAt } from './evidence-log-leaves'

type Appended = { ms: number; plainMs: number; slowest: number }

/**
 * Appends the last leaves through the product, batch by batch, and each batch beside it into tables of the same form and length by
 * plain inserts: in turns, so that a busy moment of the machine falls on both. Signing is not measured: it is another process.
 */
export async function appendRest(client: pg.Client, log: BenchLog, count: number): Promise<Appended> {
  const first = await copyTables(client)
  const times: { ms: number; plainMs: number }[] = []
  for (let at = first; at < first + count; at += factsInOneSigning) {
    const leaves = Array.from({ length: factsInOneSigning }, (_, i) => leafAt(at + i, true))
    const nodes = log.append(leaves)
    const ctx = { actor: system, now: now(), requestId: 'bench' }
    const ms = await timed(() => transaction((tx) => appendToLog(tx, ctx, leaves)))
    times.push({
      ms,
      plainMs: await timed(() => insertPlainly(client, { leaf: 'bench_leaf', node: 'bench_node' }, at, leaves, nodes)),
    })
  }
  const sum = (key: 'ms' | 'plainMs') => times.reduce((total, time) => total + time[key], 0)
  return { ms: sum('ms'), plainMs: sum('plainMs'), slowest: slowestOf(times.map((time) => time.ms)) }
}

/** Microseconds a leaf in the slowest ten batches that follow each other. */
function slowestOf(times: number[]): number {
  const runs = times.slice(9).map((_, i) => times.slice(i, i + 10).reduce((total, ms) => total + ms, 0))
  return (Math.max(...runs) * 1_000) / (10 * factsInOneSigning)
}

/** Tables of the same columns, keys and checks with the same rows; answers how many leaves there are. */
async function copyTables(client: pg.Client): Promise<number> {
  await client.query(`create table bench_leaf (like "LogLeaf" including all)`)
  await client.query(`create table bench_node (like "LogNode" including all)`)
  const { rowCount } = await client.query(`insert into bench_leaf select * from "LogLeaf"`)
  await client.query(`insert into bench_node select * from "LogNode"`)
  await client.query('vacuum analyze')
  return rowCount ?? 0
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
