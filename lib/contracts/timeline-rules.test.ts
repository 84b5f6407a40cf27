import { expect, it } from 'vitest'
import { timelineOf, timelineWords } from './timeline-rules'

const contract = {
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  runsUntil: '2027-01-10',
  noticeDate: '2026-10-02',
  sites: [],
  notice: undefined,
  changes: ['2026-07-01'],
}

it('draws the days in order and to scale, and says the same in words', () => {
  const timeline = timelineOf(contract, '2027-01-05')
  expect(timeline.marks.map(({ words }) => words)).toEqual([
    'Start',
    'Change in effect',
    'Last day to give notice',
    'End',
    'Today',
    'Last day of the hold-over',
  ])
  expect(timeline.marks[0]!.at).toBe(0)
  expect(timeline.marks.at(-1)!.at).toBe(1)
  expect(timeline.marks[1]!.at).toBeCloseTo(181 / 374)
  expect(timelineWords(timeline)).toMatch(/^Start: 1 January 2026\. Change in effect: 1 July 2026\..*10 January 2027$/)
})

it('a contract of one day is a line all the same', () => {
  const one = { ...contract, endsOn: '2026-01-01', runsUntil: '2026-01-01', noticeDate: '2026-01-01', changes: [] }
  expect(timelineOf(one, '2026-01-01').marks.every(({ at }) => at === 0)).toBe(true)
})
