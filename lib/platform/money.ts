/**
 * Money is integer: totals in pence as bigint, unit prices in 1/100,000 of a pound as bigint. Never a float.
 */

/** Pence as `£1,029.00`; a negative amount as `−£5.00`. */
export function poundsWords(pence: bigint): string {
  const positive = pence < 0n ? -pence : pence
  const pounds = (positive / 100n).toString().replace(/\B(?=(\d{3})+$)/g, ',')
  return `${pence < 0n ? '−' : ''}£${pounds}.${(positive % 100n).toString().padStart(2, '0')}`
}

/** A unit price (1/100,000 £) as `£1.26`, `£0.00035`: at least two decimals, as many more as it has. */
export function unitPriceWords(unit: bigint): string {
  const decimals = (unit % 100_000n)
    .toString()
    .padStart(5, '0')
    .replace(/0{1,3}$/, '')
  return `£${(unit / 100_000n).toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}`
}

/** Text as typed (`1,234.50`, `£1,234.5`, `100`) to pence, or undefined where it is no amount of whole pence. */
export function parsePounds(text: string): bigint | undefined {
  const match = /^£?\s*(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?$/.exec(text.trim())
  if (!match) return undefined
  return BigInt(match[1]!.replaceAll(',', '')) * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))
}

/** numerator / denominator to the nearest whole, halves away from zero upward. The denominator is positive. */
export function roundHalfUp(numerator: bigint, denominator: bigint): bigint {
  const doubled = 2n * numerator + denominator
  const floor = doubled / (2n * denominator)
  return doubled < 0n && doubled % (2n * denominator) !== 0n ? floor - 1n : floor
}

/**
 * Shares of `total` in proportion to `weights` by largest remainder, ties to the earliest. The shares sum to the total exactly.
 * With weights that are all 0 everything falls to the first.
 */
export function shareByLargestRemainder(total: bigint, weights: bigint[]): bigint[] {
  const sum = weights.reduce((a, b) => a + b, 0n)
  if (sum === 0n) return weights.map((_, i) => (i === 0 ? total : 0n))
  const shares = weights.map((w) => (total * w) / sum)
  const left = Number(total - shares.reduce((a, b) => a + b, 0n))
  const order = weights
    .map((w, i) => ({ i, remainder: (total * w) % sum }))
    .sort((a, b) => (b.remainder > a.remainder ? 1 : b.remainder < a.remainder ? -1 : a.i - b.i))
  for (const { i } of order.slice(0, left)) shares[i]! += 1n
  return shares
}
