import { type Cells, leastShown, type Shown, suppress } from './suppression-rules'

export const measures = ['opened', 'live', 'rolledBack', 'cancelled'] as const
export type Measure = (typeof measures)[number]

/** What the figures read of one switch: no practice, no id. Months are `2026-03`. */
export type SwitchFigures = {
  from: string
  to: string
  commissioner: string
  losing: string
  gaining: string
  months: Record<Measure, string | null>
  /** Days spent in each state that it has left. */
  days: { stage: string; days: number }[]
  /** Whether a run before go-live found an unexplained S1; null where none was run. */
  foundS1: boolean | null
}

type Counts = Record<Measure, number | null>
export type MonthRow = { month: string; from: string; to: string } & Counts
export type Statistics = {
  switches: number | null
  months: ({ month: string } & Counts)[]
  rows: MonthRow[]
  stages: { stage: string; switches: number; medianDays: number; p90Days: number }[]
  s1BeforeGoLive: { checked: number | null; found: number | null }
  commissioners: { name: string; opened: number | null }[]
  losing: { name: string; opened: number | null }[]
  gaining: { name: string; opened: number | null }[]
}

/** All figures with what must not be shown left out: a group of fewer than 5 switches, and what would give one away. */
export function statisticsOf(all: SwitchFigures[]): Statistics {
  const byMeasure = Object.fromEntries(measures.map((measure) => [measure, monthsOf(all, measure)])) as Record<
    Measure,
    ByMonth
  >
  const months = keysOf(measures.flatMap((m) => Object.keys(byMeasure[m].totals)))
  const counts = (of: (measure: Measure) => number | null): Counts =>
    Object.fromEntries(measures.map((measure) => [measure, of(measure)])) as Counts
  const s1 = countBy(
    all.filter((s) => s.foundS1 !== null),
    (s) => (s.foundS1 ? 'found' : 'not'),
  )
  const checked = suppress({ found: 0, not: 0, ...s1 })
  const [commissioners, losing, gaining] = (['commissioner', 'losing', 'gaining'] as const).map((party) =>
    suppress(countBy(all, (s) => s[party])),
  ) as [Shown, Shown, Shown]
  // The sum of any of these is the number of all switches, so it is shown only where each of them can stand beside it.
  const sums = [byMeasure.opened.total, commissioners.total, losing.total, gaining.total]
  const grand = sums.includes(null) ? null : all.length
  const partiesOf = ({ cells }: Shown) =>
    Object.entries(cells)
      .map(([name, opened]) => ({ name, opened: grand === null ? null : opened }))
      .sort((a, b) => (b.opened ?? 0) - (a.opened ?? 0) || (a.name < b.name ? -1 : 1))
  if (grand === null) byMeasure.opened = nothingOf(byMeasure.opened)
  return {
    switches: grand,
    months: months.map((month) => ({ month, ...counts((m) => orZero(byMeasure[m].totals, month)) })),
    rows: months.flatMap((month) =>
      keysOf(measures.flatMap((m) => Object.keys(byMeasure[m].pairs[month] ?? {}))).map((pair) => {
        const [from, to] = JSON.parse(pair) as [string, string]
        return { month, from, to, ...counts((m) => orZero(byMeasure[m].pairs[month] ?? {}, pair)) }
      }),
    ),
    stages: stagesOf(all),
    s1BeforeGoLive: { checked: checked.total, found: checked.cells.found ?? null },
    commissioners: partiesOf(commissioners),
    losing: partiesOf(losing),
    gaining: partiesOf(gaining),
  }
}

type ByMonth = { total: number | null; totals: Hideable; pairs: Record<string, Hideable> }
type Hideable = Record<string, number | null>

/** Of one measure: the totals of the months, and of each month the ways from module to module. A hidden month hides its ways. */
function monthsOf(all: SwitchFigures[], measure: Measure): ByMonth {
  const counted = all.filter((s) => s.months[measure] !== null)
  const months = countBy(counted, (s) => s.months[measure]!)
  const ways = Object.fromEntries(
    Object.keys(months).map((month) => {
      const ofMonth = counted.filter((s) => s.months[measure] === month)
      return [month, suppress(countBy(ofMonth, (s) => JSON.stringify([s.from, s.to])))]
    }),
  )
  const { total, cells } = suppress(months)
  const forced = Object.keys(months).filter((month) => ways[month]!.total === null)
  const totals = withoutSubtraction(months, { ...cells, ...Object.fromEntries(forced.map((month) => [month, null])) })
  const hidden = Object.keys(totals).filter((month) => totals[month] === null)
  const pairs = Object.fromEntries(
    Object.keys(months).map((month) => [month, hidden.includes(month) ? none(ways[month]!.cells) : ways[month]!.cells]),
  )
  return { total: hidden.length === 1 ? null : total, totals, pairs }
}

/** A month that had to be hidden for its ways must not follow from the others and their sum. */
function withoutSubtraction(months: Cells, totals: Hideable): Hideable {
  const hidden = Object.keys(totals).filter((month) => totals[month] === null)
  const [smallest] = Object.keys(months)
    .filter((month) => totals[month] !== null)
    .sort((a, b) => months[a]! - months[b]! || (a < b ? -1 : 1))
  return hidden.length === 1 && smallest ? { ...totals, [smallest]: null } : totals
}

const none = (cells: Hideable): Hideable => Object.fromEntries(Object.keys(cells).map((key) => [key, null]))
const nothingOf = ({ totals, pairs }: ByMonth): ByMonth => ({
  total: null,
  totals: none(totals),
  pairs: Object.fromEntries(Object.entries(pairs).map(([month, cells]) => [month, none(cells)])),
})

function stagesOf(all: SwitchFigures[]): Statistics['stages'] {
  const stays = all.flatMap((s) => s.days)
  return [...new Set(stays.map((stay) => stay.stage))].flatMap((stage) => {
    const days = stays.filter((stay) => stay.stage === stage).map((stay) => stay.days)
    if (all.filter((s) => s.days.some((stay) => stay.stage === stage)).length < leastShown) return []
    return [{ stage, switches: days.length, medianDays: quantile(days, 0.5), p90Days: quantile(days, 0.9) }]
  })
}

/** The nearest rank: the smallest value that at least this share of all values does not exceed. */
export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]!
}

function countBy(all: SwitchFigures[], keyOf: (s: SwitchFigures) => string): Cells {
  const cells: Cells = {}
  for (const s of all) cells[keyOf(s)] = (cells[keyOf(s)] ?? 0) + 1
  return cells
}

const keysOf = (keys: string[]): string[] => [...new Set(keys)].sort()
const orZero = (cells: Record<string, number | null>, key: string): number | null =>
  Object.hasOwn(cells, key) ? cells[key]! : 0
