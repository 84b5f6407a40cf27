import { addDays, type Day, dayOf, daysBetween, dayWords } from '@/lib/platform/days'
import { lateWords } from './late-rules'
import type { PortfolioLine } from './portfolio'

export type Bar = {
  id: string
  label: string
  from: Day
  to: Day
  start: number
  width: number
  words: string
  isLate: boolean
}

/** Bars to one scale from the first opening to the last planned day, and where today lies, all from 0 to 1. */
export function barsOf(lines: PortfolioLine[], today: Day): { bars: Bar[]; today: number; first: Day; last: Day } {
  const spans = lines.map((line) => {
    const from = dayOf(line.openedAt)
    const planned = line.wentLiveOn ?? line.plannedOn
    return { line, from, to: planned && planned > from ? planned : later(from, planned ? from : today) }
  })
  const first = spans.reduce((day, span) => (span.from < day ? span.from : day), today)
  const last = spans.reduce((day, span) => later(day, span.to), addDays(today, 1))
  const at = (day: Day) => daysBetween(first, day) / daysBetween(first, last)
  const bars = spans.map(({ line, from, to }) => {
    const width = Math.max(at(to) - at(from), 0.01)
    const isLate = line.late.length > 0 || overdue(line, today) > 0
    return { id: line.id, label: line.practice, from, to, start: at(from), width, words: barWords(line, today), isLate }
  })
  return { bars, today: at(today), first, last }
}

const later = (a: Day, b: Day): Day => (a > b ? a : b)

/** Days since the planned go-live of a switch that has not got there. */
function overdue(line: PortfolioLine, today: Day): number {
  if (!line.plannedOn || line.wentLiveOn || line.stage === 'ended') return 0
  return Math.max(0, daysBetween(line.plannedOn, today))
}

/** What the end of a bar means: live, planned and past, planned, or not planned. */
export function barWords(line: PortfolioLine, today: Day): string {
  if (line.wentLiveOn) return `live since ${dayWords(line.wentLiveOn)}`
  if (!line.plannedOn) return 'no planned day yet'
  const days = overdue(line, today)
  return days > 0
    ? `planned for ${dayWords(line.plannedOn)}, ${lateWords(days)}`
    : `planned for ${dayWords(line.plannedOn)}`
}
