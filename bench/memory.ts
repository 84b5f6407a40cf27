import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { startWorker, stopChild } from '@/lib/launcher/children'
import { type Figure, figure } from './figure'
import { treeOf } from './process-cpu'
import type { Stage } from './stage'

const requests = 10_000
const limit = 450

/**
 * What the web server and a worker hold in memory after many requests: half of them for one page of the list, the other half
 * for pages, modules and lists that are all different.
 */
export async function measureMemory({ portal, pids, ids }: Stage, path: string): Promise<Figure[]> {
  const others = Array.from({ length: 2_000 }, (_, i) => [
    `${path}&n=${1_000 + i}`,
    `/api/v1/modules/${ids[i % ids.length]}`,
    `/api/modules/search?n=${1_000 + i}&sort=price`,
  ]).flat()
  const before = residentMb(pids.portal)
  for (const paths of [[path], others]) await ask(portal, paths)
  const [web, work] = [residentMb(pids.portal), await workerMb()]
  const goal = { baseline: 'limit, web and worker', baselineValue: limit, n: requests }
  return [
    figure('memory.start', before, 'MB resident, web server before the requests', goal),
    figure('memory.web', web, 'MB resident, web server after 10,000 requests', goal),
    figure('memory.worker', work, 'MB resident, worker', goal),
    figure('memory.both', web + work, 'MB resident, both', { ...goal, goal: 1 }),
  ]
}

/** A worker in its first seconds, when it derives every standing anew: it would change what the others measure. */
async function workerMb(): Promise<number> {
  const worker = await startWorker()
  worker.stdout?.resume()
  try {
    await new Promise((done) => worker.once('message', done))
    await new Promise((done) => setTimeout(done, 10_000))
    return residentMb(worker.pid!)
  } finally {
    await stopChild(worker)
  }
}

async function ask(portal: string, paths: string[]): Promise<void> {
  let turn = 0
  const next = () => paths[turn++ % paths.length]!
  const asks = [{ setupRequest: (request: object) => ({ ...request, path: next() }) }]
  await autocannon({ url: portal, connections: 16, amount: requests / 2, timeout: 30, requests: asks })
}

const residentMb = (pid: number): number => treeOf([pid]).reduce((sum, one) => sum + ofOne(one), 0)

const ofOne = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1_000
