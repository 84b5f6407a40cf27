import { spawn } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import autocannon from 'autocannon'
import { type Figure, figure, median } from './figure'
import type { Rounds } from './load-rounds'
import type { Stage } from './stage'

/** Requests a second: a busy morning, far below what the server can do, so that what is measured is waiting and not overload. */
const [rate, connections] = [40, 8]
/** Until the solver's program is compiled and at work. */
const warmUpMs = 3_000
type Latency = { p50: number; p99: number; requests: number }

/**
 * The latency of a page while plans of 1,000 modules are proven one after the other beside the web server (choosing.md, goals),
 * against the same page without; in turns, so that a slow minute falls on both.
 */
export async function measureWebWhileChoosing(
  { portal }: Stage,
  { rounds, seconds }: Rounds,
  name: string,
): Promise<Figure[]> {
  const taken = { alone: [] as Latency[], beside: [] as Latency[] }
  await load(`${portal}/modules`, Math.min(3, seconds))
  for (let round = 0; round < rounds; round++)
    for (const which of round % 2 === 0 ? (['alone', 'beside'] as const) : (['beside', 'alone'] as const))
      taken[which].push(await (which === 'beside' ? whileChoosing : now)(() => load(`${portal}/modules`, seconds)))
  const of = (which: keyof typeof taken, what: keyof Latency) => median(taken[which].map((one) => one[what]))
  const n = taken.beside.reduce((sum, { requests }) => sum + requests, 0)
  const line = (what: 'p50' | 'p99', goal?: number) =>
    figure(`${name}.${what}`, of('beside', what), `ms at ${rate} requests a second, while a plan is proven`, {
      baseline: 'no plan is being proven',
      baselineValue: of('alone', what),
      n,
      goal,
    })
  return [line('p50'), line('p99', 1.5)]
}

const now = <T>(work: () => Promise<T>): Promise<T> => work()

async function whileChoosing<T>(work: () => Promise<T>): Promise<T> {
  const args = ['--conditions=react-server', '--import', 'tsx', 'bench/choosing-beside.ts']
  const solver = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  try {
    await sleep(warmUpMs)
    const result = await work()
    if (solver.exitCode !== null) throw new Error('The solver ended before the page was measured')
    return result
  } finally {
    solver.kill('SIGKILL')
  }
}

async function load(url: string, seconds: number): Promise<Latency> {
  const result = await autocannon({ url, connections, overallRate: rate, duration: seconds, timeout: 30 })
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`)
  return { p50: result.latency.p50, p99: result.latency.p99, requests: result['2xx'] }
}
