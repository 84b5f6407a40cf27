import { type Day, daysBetween, dayWords } from '@/lib/platform/days'
import type { Contract } from './contract'

export type TimelineMark = { day: Day; words: string }
export type ContractTimeline = { from: Day; until: Day; marks: (TimelineMark & { at: number })[] }

type Facts = Pick<Contract, 'startsOn' | 'endsOn' | 'runsUntil'> & {
  noticeDate: Day
  notice: { terminatesOn: Day } | undefined
  sites: { liveOn: Day | null; practice: string }[]
  changes: Day[]
}

/** The days that matter to a contract, earliest first, each with its place from 0 to 1 between the first and the last. */
export function timelineOf(contract: Facts, today: Day): ContractTimeline {
  const { startsOn, endsOn, runsUntil, noticeDate, notice, sites, changes } = contract
  const marks: TimelineMark[] = [
    { day: startsOn, words: 'Start' },
    ...sites.flatMap(({ liveOn, practice }) => (liveOn ? [{ day: liveOn, words: `Go-live, ${practice}` }] : [])),
    ...changes.map((day) => ({ day, words: 'Change in effect' })),
    { day: noticeDate, words: 'Last day to give notice' },
    ...(notice ? [{ day: notice.terminatesOn, words: 'Ended by notice' }] : []),
    { day: endsOn, words: 'End' },
    ...(runsUntil > endsOn ? [{ day: runsUntil, words: 'Last day of the hold-over' }] : []),
    { day: today, words: 'Today' },
  ]
  const sorted = marks.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  const [from, until] = [sorted[0]!.day, sorted.at(-1)!.day]
  const length = Math.max(1, daysBetween(from, until))
  return {
    from,
    until,
    marks: sorted.map((mark) => ({ ...mark, at: Math.min(1, daysBetween(from, mark.day) / length) })),
  }
}

/** The same in words, for who does not see the picture. */
export const timelineWords = ({ marks }: ContractTimeline): string =>
  marks.map(({ day, words }) => `${words}: ${dayWords(day)}`).join('. ')
