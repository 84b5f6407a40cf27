import type { Day } from '@/lib/platform/days'

/** What was recorded on a day at a practice with one meter. Unmatched: no site was in use there that day, so it is never priced (G4). */
export type UsageRow = {
  day: Day
  /** National code. */
  practice: string
  meter: string
  matched: boolean
  calls: bigint
  records: number
}

/** A day and meter, over the practices that are shown. */
export type UsageDay = { day: Day; meter: string; counted: bigint; unpriced: bigint; records: number }

/** Rows summed by day and meter, in the order of days; nothing is lost on the way. */
export function daysOf(rows: UsageRow[]): UsageDay[] {
  const days = new Map<string, UsageDay>()
  for (const { day, meter, matched, calls, records } of rows) {
    const key = `${day} ${meter}`
    const one = days.get(key) ?? { day, meter, counted: 0n, unpriced: 0n, records: 0 }
    one.records += records
    if (matched) one.counted += calls
    else one.unpriced += calls
    days.set(key, one)
  }
  return [...days.values()].toSorted((a, b) => (`${a.day} ${a.meter}` < `${b.day} ${b.meter}` ? -1 : 1))
}

/** One bar a day, over all meters. */
export function barsOf(days: UsageDay[]): Omit<UsageDay, 'meter' | 'records'>[] {
  const bars = new Map<Day, Omit<UsageDay, 'meter' | 'records'>>()
  for (const { day, counted, unpriced } of days) {
    const bar = bars.get(day) ?? { day, counted: 0n, unpriced: 0n }
    bars.set(day, { day, counted: bar.counted + counted, unpriced: bar.unpriced + unpriced })
  }
  return [...bars.values()]
}

/** Sums by meter, as a month's invoice counts them. */
export function metersOf(days: UsageDay[]): Omit<UsageDay, 'day'>[] {
  return [...new Set(days.map(({ meter }) => meter))].map((meter) => {
    const own = days.filter((day) => day.meter === meter)
    const sum = (of: (day: UsageDay) => bigint) => own.reduce((all, day) => all + of(day), 0n)
    const records = own.reduce((all, day) => all + day.records, 0)
    return { meter, counted: sum(({ counted }) => counted), unpriced: sum(({ unpriced }) => unpriced), records }
  })
}

export const usageHeader = ['Day', 'Practice', 'Meter', 'Calls', 'Records', 'Charged']

/** A row for a spreadsheet. */
export const usageCells = (row: UsageRow): (string | number)[] => [
  row.day,
  row.practice,
  row.meter,
  String(row.calls),
  row.records,
  row.matched ? 'by the contract' : 'never: not in use there that day',
]
