import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { type Figure, figure } from './figure'
import type { Stage } from './stage'

const requests = 10_000
const limit = 450

/** What the web server holds in memory after many requests. */
export async function measureMemory({ portal, pids }: Stage, path: string): Promise<Figure[]> {
  await autocannon({ url: portal + path, connections: 16, amount: requests, timeout: 30 })
  const goal = { baseline: 'limit, web and worker', baselineValue: limit, n: requests, goal: 1 }
  return [figure('memory.web', residentMb(pids.portal), 'MB resident after 10,000 requests', goal)]
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_000
}
