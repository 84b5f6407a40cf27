import type { Day } from '@/lib/platform/days'

/** Every clock of assurance §6. */
export const clockIds = [
  'CL-01',
  'CL-02',
  'CL-03',
  'CL-04',
  'CL-05',
  'CL-06',
  'CL-07',
  'CL-08',
  'CL-09',
  'CL-10',
  'CL-11',
  'CL-12',
  'CL-13',
] as const
export type ClockId = (typeof clockIds)[number]

/** The figures of a clock from a day on (CL-A). Only CL-13 has several. */
export type ClockRule = { clock: ClockId; fromOn: Day; days: number[]; seriousDays: number | null }

const since = '2020-01-01'
const rule = (clock: ClockId, days: number[], seriousDays: number | null = null): ClockRule => ({
  clock,
  fromOn: since,
  days,
  seriousDays,
})

/** The figures as the first migration wrote them; a later row of the table stands before them. */
export const shippedClockRules: ClockRule[] = [
  rule('CL-01', [10]),
  rule('CL-02', [75], 10),
  rule('CL-03', [10]),
  rule('CL-04', [28]),
  rule('CL-05', [0]),
  rule('CL-06', [42]),
  rule('CL-07', [30]),
  rule('CL-08', [45]),
  rule('CL-09', [10]),
  rule('CL-10', [10]),
  rule('CL-11', [30]),
  rule('CL-12', [90]),
  rule('CL-13', [180, 90, 30, 7]),
]

/** CL-A: the row in force on the day from which the clock runs; the oldest where it began before all of them. */
export function ruleOn(rules: ClockRule[], clock: ClockId, from: Day): ClockRule {
  const own = rules.filter((r) => r.clock === clock).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
  const known = own.length > 0 ? own : shippedClockRules.filter((r) => r.clock === clock)
  return known.findLast((r) => r.fromOn <= from) ?? known[0]!
}
