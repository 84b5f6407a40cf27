import { roundHalfUp } from '@/lib/platform/money'
import type { AreaFigures, Market, SystemCounts } from './market'

/** An exact fraction; the denominator is positive. */
export type Ratio = { n: bigint; d: bigint }

export const total = (counts: SystemCounts): number => Object.values(counts).reduce((a, b) => a + b, 0)

/** Share of one system in percent, exact; undefined where nothing is counted. */
export function shareOf(counts: SystemCounts, system: string): Ratio | undefined {
  const all = total(counts)
  return all === 0 ? undefined : { n: BigInt(counts[system] ?? 0) * 100n, d: BigInt(all) }
}

/**
 * The Herfindahl-Hirschman Index: the sum of the squared shares in percent, from just above 0 (many small suppliers) to
 * 10,000 (one supplier has all). Undefined where nothing is counted.
 */
export function hhi(counts: SystemCounts): Ratio | undefined {
  const all = BigInt(total(counts))
  if (all === 0n) return undefined
  const squares = Object.values(counts).reduce((sum, n) => sum + BigInt(n) * BigInt(n), 0n)
  return { n: squares * 10_000n, d: all * all }
}

/** The fraction with so many decimals, rounded half up: `5149.1`. */
export function decimal(ratio: Ratio, places: number): string {
  const scale = 10n ** BigInt(places)
  const digits = roundHalfUp(ratio.n * scale, ratio.d)
    .toString()
    .padStart(places + 1, '0')
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`
}

export const compareRatios = (a: Ratio, b: Ratio): number => {
  const difference = a.n * b.d - b.n * a.d
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The middle one, or the mean of the two in the middle. */
export function median(ratios: Ratio[]): Ratio | undefined {
  const sorted = [...ratios].sort(compareRatios)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]]
  if (!low || !high) return undefined
  return { n: low.n * high.d + high.n * low.d, d: 2n * low.d * high.d }
}

export function addCounts(...all: SystemCounts[]): SystemCounts {
  const sum: SystemCounts = {}
  for (const counts of all) for (const [system, n] of Object.entries(counts)) sum[system] = (sum[system] ?? 0) + n
  return sum
}

export type National = {
  practices: SystemCounts
  patients: SystemCounts
  before: SystemCounts
  moves: SystemCounts
  unresolved: number
  singleSupplierAreas: number
  medianHhi: Ratio | undefined
}

/** The sum of all areas. The earlier list also counts practices whose area is not known. */
export function national(market: Market): National {
  const { areas } = market
  return {
    practices: addCounts(...areas.map((area) => area.practices)),
    patients: addCounts(...areas.map((area) => area.patients)),
    before: addCounts(market.unplacedBefore, ...areas.map((area) => area.before)),
    moves: addCounts(...areas.map((area) => area.moves)),
    unresolved: areas.reduce((sum, area) => sum + area.unresolved, 0),
    singleSupplierAreas: areas.filter((area) => Object.values(area.practices).filter((n) => n > 0).length === 1).length,
    medianHhi: median(areas.flatMap((area) => hhi(area.practices) ?? [])),
  }
}

/** Systems in a count, the largest first, then by name. */
export function systemsOf(...all: SystemCounts[]): string[] {
  const sum = addCounts(...all)
  return Object.keys(sum)
    .filter((system) => sum[system]! > 0)
    .sort((a, b) => sum[b]! - sum[a]! || (a < b ? -1 : 1))
}

/** Changes of system only, the most frequent first: from, to, how many practices. */
export function switchesIn(moves: SystemCounts): { from: string; to: string; practices: number }[] {
  return Object.entries(moves)
    .map(([pair, practices]) => ({ from: pair.split('>')[0]!, to: pair.split('>')[1]!, practices }))
    .filter(({ from, to, practices }) => from !== to && practices > 0)
    .sort((a, b) => b.practices - a.practices || (a.from < b.from ? -1 : 1))
}

/** Practices that switched, of those resolved in both lists. */
export function movedOf(moves: SystemCounts): { moved: number; of: number } {
  return { moved: switchesIn(moves).reduce((sum, { practices }) => sum + practices, 0), of: total(moves) }
}

/** Areas that have practices, with their HHI by the weight. */
export function withHhi(areas: AreaFigures[], weight: 'practices' | 'patients'): { area: AreaFigures; hhi: Ratio }[] {
  return areas.flatMap((area) => {
    const index = hhi(area[weight])
    return index ? [{ area, hhi: index }] : []
  })
}
