import type { z } from 'zod'
import type { canarySchema, differenceCount, reportSchema, toolSchema, unsignedReportSchema } from './report-schema'

export type UnsignedReport = z.infer<typeof unsignedReportSchema>
export type SignedReport = z.infer<typeof reportSchema>
export type Canary = z.infer<typeof canarySchema>
export type Tool = z.infer<typeof toolSchema>
export type ReportKind = UnsignedReport['kind']

/** A count of differences: 0, 5 or more, or masked: `"1-4"` (PC-01), `"5+"` (PC-03). */
export type DifferenceCount = z.infer<typeof differenceCount>

/** The least and the most that a count can stand for. */
export function bounds(count: DifferenceCount): [number, number] {
  if (count === '1-4') return [1, 4]
  return count === '5+' ? [5, Number.POSITIVE_INFINITY] : [count, count]
}

/** PC-01: what is printed for an exact count of differences. */
export const maskCount = (exact: number): DifferenceCount => (exact > 0 && exact < 5 ? '1-4' : exact)

/** A count in words: `0`, `12`, `between 1 and 4`, `5 or more`. */
export function countWords(count: DifferenceCount): string {
  if (count === '1-4') return 'between 1 and 4'
  return count === '5+' ? '5 or more' : count.toLocaleString('en-GB')
}
