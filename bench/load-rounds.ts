import autocannon from 'autocannon'
import { type Figure, figure, median } from './figure'
import { cpuOf } from './process-cpu'

/** `addresses` are asked in turn, from one slot to the next: a single one is the same each time, and of many none comes twice. */
export type Contestant = { addresses: string[]; pids: number[]; turn?: number }
export type Rounds = { rounds: number; seconds: number }
type Slot = { cpu: number; rate: number; p50: number; p99: number; bytes: number; requests: number }

const connections = 16

/**
 * Loads both in turn, each round in the other order, so that a slow minute of the machine falls on both. What counts is
 * processor time a request, server and database together; rates and latencies stand beside it.
 */
export async function compareUnderLoad(
  name: string,
  ours: Contestant,
  bare: Contestant,
  { rounds, seconds }: Rounds,
  goal?: number,
): Promise<Figure[]> {
  const slots = { ours: [] as Slot[], bare: [] as Slot[] }
  for (const contestant of [ours, bare]) await slot(contestant, Math.min(3, seconds)) // warm up: plans, caches, compiled code
  for (let round = 0; round < rounds; round++)
    for (const who of round % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const))
      slots[who].push(await slot(who === 'ours' ? ours : bare, seconds))
  const of = (who: Slot[], what: keyof Slot) => median(who.map((one) => one[what]))
  const n = slots.ours.reduce((sum, { requests }) => sum + requests, 0)
  const line = (what: keyof Slot, label: string, unit: string, most?: number) =>
    figure(`${name}.${label}`, of(slots.ours, what), unit, {
      baseline: 'bare reference server',
      baselineValue: of(slots.bare, what),
      n,
      ...(most === undefined ? {} : { goal: most }),
    })
  return [
    line('cpu', 'cpu', 'CPU-ms a request, server and database', goal),
    line('rate', 'rate', 'requests a second'),
    line('p50', 'p50', 'ms'),
    line('p99', 'p99', 'ms'),
    line('bytes', 'bytes', 'bytes an answer, not compressed'),
  ]
}

async function slot(contestant: Contestant, seconds: number): Promise<Slot> {
  const { addresses, pids } = contestant
  const before = cpuOf(pids)
  const { origin } = new URL(addresses[0]!)
  function next(): string {
    contestant.turn = (contestant.turn ?? 0) + 1
    return addresses[contestant.turn % addresses.length]!.slice(origin.length)
  }
  const asks = [{ setupRequest: (request: object) => ({ ...request, path: next() }) }]
  const result = await autocannon({ url: origin, connections, duration: seconds, timeout: 30, requests: asks })
  const cpu = cpuOf(pids) - before
  const requests = result['2xx']
  if (result.non2xx > 0 || result.errors > 0 || requests === 0)
    throw new Error(`${addresses[0]}: ${requests} answers, ${result.non2xx} refusals, ${result.errors} errors`)
  const { p50, p99 } = result.latency
  return {
    cpu: cpu / requests,
    rate: requests / result.duration,
    p50,
    p99,
    bytes: result.throughput.total / requests,
    requests,
  }
}
