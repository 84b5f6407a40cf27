import type { Comparison } from '../compare/comparison'
import type { Side } from '../compare/side'
import { pairRecords } from '../engines/pair-records'
import type { Kernel } from './kernel-program'
import type { Records } from './read-records'
import { sideNumber } from './resolve-sides'

/** Pairs what the kernel did not match itself, by the plain engine's own rules, and adds what it did match. */
export function pairLeftovers(
  kernel: Kernel,
  records: Records,
  types: string[],
): Pick<Comparison, 'matched' | 'unpaired' | 'links' | 'explained'> {
  const { exports } = kernel
  const pairable = (side: Side) => {
    const number = sideNumber[side]
    const left = Array.from({ length: exports.leftoverCount(number) }, (_, i) => exports.leftover(number, i)).sort(
      (a, b) => a - b,
    )
    const at = (to: number) => records.identified(side, to)
    return { all: left.map(at), at }
  }
  const { matched, ...pairing } = pairRecords(pairable('source'), pairable('target'), records.shared)
  const counted = kernel.words(exports.matched.value, types.length)
  for (const [type, name] of types.entries())
    if (counted[type]! > 0) matched[name] = (matched[name] ?? 0) + counted[type]!
  return { matched: Object.fromEntries(Object.entries(matched).sort(([a], [b]) => (a < b ? -1 : 1))), ...pairing }
}
