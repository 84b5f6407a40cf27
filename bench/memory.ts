import { readFileSync } from 'node:fs'
import autocannon from 'autocannon'
import { startWorker, stopChild } from '@/lib/launcher/children'
import { type Figure, figure } from './figure'
import type { Stage } from './stage'

const requests = 10_000
const limit = 450

/** What the web server and the worker hold in memory after many requests. */
export async function measureMemory({ portal, pids, databaseUrl }: Stage, path: string): Promise<Figure[]> {
  Object.assign(process.env, { DATABASE_URL: databaseUrl })
  const worker = startWorker()
  try {
    await autocannon({ url: portal + path, connections: 16, amount: requests, timeout: 30 })
    const [web, work] = [residentMb(pids.portal), residentMb(worker.pid!)]
    const line = (name: string, value: number) =>
      figure(name, value, 'MB resident after 10,000 requests', {
        baseline: 'limit',
        baselineValue: limit,
        n: requests,
        goal: 1,
      })
    return [line('memory.web', web), line('memory.web-and-worker', web + work)]
  } finally {
    await stopChild(worker)
  }
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1_000
}
