import { describe, expect, it } from 'vitest'
import { checkTitles, differenceClasses } from '@/lib/reconciliation/checks'
import type { DifferenceCount, UnsignedReport } from '@/lib/reconciliation/report'
import { checkWords, classWords, verdictSentence } from './check-words'
import { gapsOf, spansOf } from './month-rules'
import { changesOf, runBefore } from './report-changes-rules'
import { chanceToFind, sampleChances } from './sample-rules'

type Check = UnsignedReport['checks'][number]
const check = (S1: DifferenceCount, status: Check['status'] = 'pass', S2: DifferenceCount = 0): Check => ({
  id: 'C09',
  status,
  source: 100,
  target: 100,
  matched: null,
  explained: 0,
  unexplained: { S1, S2, S3: 0, S4: 0 },
  byType: {},
})
const changed = (before: Check, after: Check) => changesOf([before], [after])[0]!.change

describe('what changed since the run before', () => {
  it.each([
    ['fewer at the worst severity is better', check('1-4', 'fail'), check(0), 'better'],
    ['more is worse', check(0), check('1-4', 'fail'), 'worse'],
    ['an S1 that is gone outweighs a new S2', check(7, 'fail'), check(0, 'fail', 9), 'better'],
    ['an equal count is the same', check(7, 'fail'), check(7, 'fail'), 'same'],
    ['PC-01: two masked counts cannot be told apart', check('1-4', 'fail'), check('1-4', 'fail'), 'cannot-tell'],
    ['PC-03: "5+" and a larger number cannot be told apart', check('5+', 'fail'), check(9, 'fail'), 'cannot-tell'],
    ['PC-01: from five or more to "1-4" is better', check('5+', 'fail'), check('1-4', 'fail'), 'better'],
    ['a check that did not run before is new', check(0, 'not-run'), check(0), 'now-run'],
    ['a check that no longer runs says so', check(0), check(0, 'not-run'), 'no-longer-run'],
  ] as const)('%s', (_, before, after, expected) => {
    expect(changed(before, after)).toBe(expected)
  })

  it('passes over a second run over the same data, and finds the last one over other data', () => {
    const run = (id: string, minute: number, target: string) => ({
      id,
      takenInAt: new Date(minute * 60_000),
      sourceManifest: 'a',
      targetManifest: target,
    })
    const [first, second, third, fourth] = [run('1', 1, 'x'), run('2', 2, 'y'), run('3', 3, 'z'), run('4', 4, 'z')]
    expect(runBefore([first, second, third, fourth], fourth)?.id).toBe('2')
    expect(runBefore([first, second, third, fourth], first)).toBeUndefined()
  })
})

describe('what a sample cannot show (design §1)', () => {
  it('50 of 10,000 find a fault of 5 patients with 2.48 %, 300 with 14.1 %', () => {
    expect(chanceToFind({ patients: 10_000, touched: 5, sample: 50 })).toBeCloseTo(0.0248, 4)
    expect(sampleChances(10_000)).toEqual([
      { sample: 50, percent: '2.5' },
      { sample: 300, percent: '14.1' },
    ])
  })
  it('a sample of everybody finds it for certain, and one larger than the practice is not shown', () => {
    expect(chanceToFind({ patients: 10, touched: 5, sample: 10 })).toBe(1)
    expect(sampleChances(40)).toEqual([])
  })
})

describe('counts by month (C12)', () => {
  it('adds the types up by month, and shows where the sides differ, emptied months first', () => {
    const months = {
      Observation: { '2025-01': [10, 5], '2025-02': [20, 20] },
      Condition: { '2025-02': [5, 0], undated: [5, 5] },
    } satisfies UnsignedReport['months']
    expect(spansOf(months)).toEqual({
      by: 'month',
      spans: [
        { span: '2025-01', source: 10, target: 5 },
        { span: '2025-02', source: 25, target: 20 },
        { span: 'undated', source: 5, target: 5 },
      ],
    })
    expect(gapsOf(months).map((gap) => `${gap.type} ${gap.span}`)).toEqual(['Condition 2025-02', 'Observation 2025-01'])
  })
  it('draws more than three years by year', () => {
    const days = Object.fromEntries(
      Array.from({ length: 48 }, (_, i) => [
        `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
        [5, 5] as [number, number],
      ]),
    )
    expect(spansOf({ Task: days })).toMatchObject({ by: 'year', spans: { length: 4, 0: { span: '2020', source: 60 } } })
  })
})

it('says in plain words what every check and every class means', () => {
  expect(Object.keys(checkWords)).toEqual(Object.keys(checkTitles))
  expect(Object.keys(classWords)).toEqual([...differenceClasses])
})

it('never calls the sides equal where checks were left out', () => {
  expect(verdictSentence({ verdict: 'equal', complete: true })).toMatch(/^Both sides are equal/)
  for (const verdict of ['equal', 'equal-with-rules'])
    expect(verdictSentence({ verdict, complete: false })).toMatch(/Not everything was compared/)
  expect(verdictSentence({ verdict: 'different', complete: false })).toMatch(/differ/)
})
