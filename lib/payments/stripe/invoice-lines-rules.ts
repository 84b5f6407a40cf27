import { roundHalfUp } from '@/lib/platform/money'

export type LineToSend = { description: string; pence: bigint }
type Line = { name: string; netPence: bigint; vatPercent: number }
type Sums = { netPence: bigint; vatPence: bigint; grossPence: bigint; moduleName: string }

/**
 * The lines of an invoice as Stripe gets them: whole pence, no fractions and no quantities, VAT once per rate on the net (M2).
 * They sum to the gross, or nothing is sent. Lines of nothing are left out, because Stripe takes none. An invoice without lines
 * of its own is sent as its two sums.
 * @throws where the lines are not the invoice.
 */
export function linesToSend(sums: Sums, lines: Line[]): LineToSend[] {
  const rates = [...new Set(lines.map((line) => line.vatPercent))].sort((a, b) => a - b)
  const net = lines.map((line) => ({ description: line.name, pence: line.netPence }))
  const vat = rates.map((rate) => ({ description: `VAT at ${rate} %`, pence: vatOf(lines, rate) }))
  const plain = [
    { description: sums.moduleName, pence: sums.netPence },
    { description: 'VAT', pence: sums.vatPence },
  ]
  const sent = (lines.length > 0 ? [...net, ...vat] : plain).filter((line) => line.pence !== 0n)
  const total = sent.reduce((sum, line) => sum + line.pence, 0n)
  if (total !== sums.grossPence) throw new Error(`the lines sum to ${total} pence, the invoice to ${sums.grossPence}`)
  return sent
}

function vatOf(lines: Line[], rate: number): bigint {
  const net = lines.filter((line) => line.vatPercent === rate).reduce((sum, line) => sum + line.netPence, 0n)
  return roundHalfUp(net * BigInt(rate), 100n)
}

/** The portal's levy on an invoice, in pence, half-up once: Stripe keeps it back as the fee of the application. */
export const feeOf = (grossPence: bigint, levyPercent: number): bigint =>
  roundHalfUp(grossPence * BigInt(levyPercent), 100n)
