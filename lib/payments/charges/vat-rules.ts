import { roundHalfUp } from '@/lib/platform/money'

export type Totals = {
  netPence: bigint
  vatPence: bigint
  grossPence: bigint
  vat: { percent: number; netPence: bigint; vatPence: bigint }[]
}

/** VAT for each rate on the sum of its lines, half up once; the lines sum to the net, net and VAT to the gross (M2, M4). */
export function totalsOf(lines: { netPence: bigint; vatPercent: number }[]): Totals {
  const nets = new Map<number, bigint>()
  for (const { vatPercent, netPence } of lines) nets.set(vatPercent, (nets.get(vatPercent) ?? 0n) + netPence)
  const vat = [...nets]
    .sort(([a], [b]) => b - a)
    .map(([percent, netPence]) => ({ percent, netPence, vatPence: roundHalfUp(netPence * BigInt(percent), 100n) }))
  const netPence = vat.reduce((sum, rate) => sum + rate.netPence, 0n)
  const vatPence = vat.reduce((sum, rate) => sum + rate.vatPence, 0n)
  return { netPence, vatPence, grossPence: netPence + vatPence, vat }
}
