import { poundsWords } from '@/lib/platform/money'
import { isByUse, type OrderLine } from '@/lib/procurement/call-offs/order-line'
import { expectedMonthPence } from '@/lib/procurement/call-offs/order-rules'

/** What the order expects of the use of each practice in a year, in pence; 0 where nothing is charged by use. */
export const expectedUseOfPractice = (lines: OrderLine[]): bigint =>
  lines.filter(isByUse).reduce((sum, line) => sum + 12n * expectedMonthPence(line), 0n)

/**
 * Why the proposed year cannot pay for the practices that it adds: their expected use is committed as everybody's is, and use
 * above what is committed is not paid (G8). Undefined where it can. Sums in pence.
 */
export function addedUseProblem(
  lines: OrderLine[],
  { present, proposed, added }: { present: bigint; proposed: bigint; added: number },
): string | undefined {
  const each = expectedUseOfPractice(lines)
  const least = present + BigInt(added) * each
  return each > 0n && proposed < least
    ? `This contract has a price by use: ${poundsWords(each)} a year are expected of each practice. Enter ${poundsWords(least)} or more`
    : undefined
}
