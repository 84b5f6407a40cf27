import { type Day, daysBetween, dayWords } from '@/lib/platform/days'
import type { LabelKind } from '../label-rules'
import type { HistoryStretch } from './conformance-history-rules'

/** The rows of the picture, the best at the top: where a bar stands says what it means, its colour only repeats it. */
const rowsInOrder: [LabelKind, string][] = [
  ['conformant', 'Conformant'],
  ['conformant-until', 'Conformant until a day'],
  ['work-off', 'With work-off'],
  ['remediation', 'Under remediation'],
  ['not-conformant', 'Not conformant'],
  ['not-assessed', 'Not assessed'],
  ['suspended', 'Suspended'],
  ['removed', 'Removed'],
  ['withdrawn', 'Withdrawn'],
]

export type HistoryBar = { kind: LabelKind; row: number; start: number; width: number; from: Day }

/** The bars to scale (0 to 1 of the whole time), in rows of those labels that occur. */
export function barsOfHistory(stretches: HistoryStretch[]): { rows: string[]; bars: HistoryBar[] } {
  const [first, last] = [stretches[0]?.from ?? '', stretches.at(-1)?.to ?? '']
  const days = Math.max(1, daysBetween(first, last) + 1)
  const used = rowsInOrder.filter(([kind]) => stretches.some((s) => s.label.kind === kind))
  return {
    rows: used.map(([, words]) => words),
    bars: stretches.map(({ from, to, label }) => ({
      kind: label.kind,
      row: used.findIndex(([kind]) => kind === label.kind),
      start: daysBetween(first, from) / days,
      width: (daysBetween(from, to) + 1) / days,
      from,
    })),
  }
}

/** The picture in one sentence, for those who do not see it. */
export const historySummary = (stretches: HistoryStretch[]): string =>
  stretches.map(({ from, label }) => `from ${dayWords(from)} ${label.words}`).join(', ')

/** Days for the axis: the first of each half year between them, and where each stands (0 to 1). */
export function halfYearsBetween(first: Day, last: Day): { day: Day; at: number }[] {
  const days = Math.max(1, daysBetween(first, last) + 1)
  const years = [Number(first.slice(0, 4)), Number(first.slice(0, 4)) + 1, Number(first.slice(0, 4)) + 2]
  return years
    .flatMap((year) => ['01', '07'].map((month) => `${year}-${month}-01`))
    .filter((day) => day >= first && day <= last)
    .map((day) => ({ day, at: daysBetween(first, day) / days }))
}
