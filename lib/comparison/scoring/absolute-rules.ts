import type { Option, Ranked, View, WholeLife } from './absolute'

/** Whole-life cost of what is known: licence, one-off, leaving and overlap, pence. */
export const wholeLifePence = ({ licence, oneOff, leaving, overlap }: WholeLife): bigint =>
  licence + oneOff + (leaving ?? 0n) + (overlap ?? 0n)

/** Cost less what the quality is worth to the buyer, pence; below nothing where it is worth more than it costs (ABS-3). */
export const adjustedPence = ({ cost, worthPence }: Option): bigint => wholeLifePence(cost) - (worthPence ?? 0n)

/**
 * Options in the order of one view, best first. Each option is judged by its own figures and two are compared by theirs alone, so
 * that leaving any loser out never changes who stands first: the fault of scores that are stretched between best and worst.
 * - `threshold` (ABS-1): musts met and points at or above `floor`, then whole-life cost up.
 * - `per-point` (ABS-2): cost a point, by cross-multiplication, of equals the better; without points last.
 * - `in-pounds` (ABS-3): cost less the worth of the quality, up.
 * Equals stand in the order of their ids. Who does not meet the musts or the floor comes after all others, without a place.
 */
export function rankedBy(view: View, options: Option[], floor: bigint | null = null): Ranked[] {
  const shut = (option: Option) => exclusionOf(view, option, floor)
  return options
    .toSorted((a, b) => Number(shut(a) !== null) - Number(shut(b) !== null) || orders[view](a, b) || byId(a, b))
    .map((option, i) => ({ id: option.id, place: shut(option) ? null : i + 1, why: shut(option) }))
}

function exclusionOf(view: View, option: Option, floor: bigint | null): Ranked['why'] {
  if (!option.meetsMusts) return 'musts'
  if (view === 'threshold' && floor !== null && option.points !== null && option.points < floor) return 'below-floor'
  return view === 'per-point' && (option.points ?? 0n) <= 0n ? 'no-points' : null
}

const compared = (a: bigint, b: bigint): number => (a < b ? -1 : a > b ? 1 : 0)
const byId = (a: Option, b: Option): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
const byCost = (a: Option, b: Option): number => compared(wholeLifePence(a.cost), wholeLifePence(b.cost))
const orders: Record<View, (a: Option, b: Option) => number> = {
  threshold: byCost,
  // a/p against b/q is a·q against b·p: no quotient, so nothing is rounded.
  'per-point': (a, b) =>
    (a.points ?? 0n) <= 0n || (b.points ?? 0n) <= 0n
      ? compared(b.points ?? 0n, a.points ?? 0n) || byCost(a, b)
      : compared(wholeLifePence(a.cost) * b.points!, wholeLifePence(b.cost) * a.points!) ||
        compared(b.points!, a.points!),
  'in-pounds': (a, b) => compared(adjustedPence(a), adjustedPence(b)),
}

/**
 * Options that another one beats outright: no dearer and no worse, and one of the two strictly. Id → the cheapest that beats it.
 * Only a candidate that meets the musts beats anybody; quality that nobody scored is never better than another's.
 */
export function dominatedBy(options: Option[]): Map<string, string> {
  const candidates = options.filter(({ meetsMusts }) => meetsMusts).toSorted((a, b) => byCost(a, b) || byId(a, b))
  return new Map(
    options.flatMap((option) => {
      const better = candidates.find((other) => other.id !== option.id && beats(other, option))
      return better ? [[option.id, better.id] as const] : []
    }),
  )
}

function beats(one: Option, other: Option): boolean {
  if (one.points === null || other.points === null) return false
  const cost = byCost(one, other)
  return cost <= 0 && one.points >= other.points && (cost < 0 || one.points > other.points)
}
