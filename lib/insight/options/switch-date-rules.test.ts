import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '@/lib/platform/days'
import { earliestSwitch, type SwitchDateFacts } from './switch-date-rules'

const today = '2026-03-02'
const facts = (
  contract: Partial<SwitchDateFacts['contract']> = {},
  given: Partial<Omit<SwitchDateFacts, 'contract'>> = {},
): SwitchDateFacts => ({
  today,
  contract: {
    startsOn: '2026-01-01',
    endsOn: '2028-12-31',
    noticeDays: 90,
    state: 'live',
    runsUntil: '2028-12-31',
    ...contract,
  },
  minimumMonths: 0,
  decisionDays: 0,
  holidays: [],
  leadDays: 0,
  ...given,
})

describe('P2: the earliest day of a switch and the rule that bound', () => {
  it.each<[string, SwitchDateFacts, string, Day]>([
    ['notice alone', facts(), 'notice', '2026-05-31'],
    ['the minimum term', facts({}, { minimumMonths: 12 }), 'minimum-term', '2026-12-31'],
    [
      'a decision in 20 working days and 120 days of lead',
      facts({}, { decisionDays: 20, leadDays: 120 }),
      'decision',
      '2026-07-28',
    ],
    [
      'bank holidays in the time to decide',
      facts({}, { decisionDays: 25, leadDays: 120, holidays: ['2026-04-03', '2026-04-06'] }),
      'decision',
      '2026-08-06',
    ],
    ['a contract that ends before notice could end it', facts({ endsOn: '2026-04-30' }), 'notice', '2026-04-30'],
    [
      'a minimum term longer than the contract',
      facts({ endsOn: '2026-04-30' }, { minimumMonths: 60 }),
      'minimum-term',
      '2026-04-30',
    ],
    [
      'notice that was given',
      facts({ state: 'terminating', runsUntil: '2026-09-30' }, { minimumMonths: 60 }),
      'notice',
      '2026-09-30',
    ],
    [
      'a contract that is over',
      facts({ state: 'expired', endsOn: '2026-02-01' }, { leadDays: 10 }),
      'decision',
      '2026-03-12',
    ],
    ['nothing at all', facts({ state: 'held-over' }), 'minimum-term', today],
  ])('%s', (_, given, bound, day) => {
    expect(earliestSwitch(given)).toMatchObject({ bound, day })
  })

  const anything = fc.record({
    start: fc.integer({ min: -2_000, max: 0 }),
    length: fc.integer({ min: 1, max: 3_000 }),
    noticeDays: fc.integer({ min: 0, max: 365 }),
    minimumMonths: fc.integer({ min: 0, max: 60 }),
    decisionDays: fc.integer({ min: 0, max: 60 }),
    leadDays: fc.integer({ min: 0, max: 400 }),
  })
  it('is the greatest of its rules, is one of them, is never past, and no rule that grows makes it earlier', () =>
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 100 }), (given, more) => {
        const startsOn = addDays(today, given.start)
        const endsOn = addDays(startsOn, given.length)
        const of = (change: Partial<typeof given> = {}) => {
          const { noticeDays, ...rest } = { ...given, ...change }
          return earliestSwitch(facts({ startsOn, endsOn, runsUntil: endsOn, noticeDays }, rest))
        }
        const { day, bound, rules } = of()
        expect(rules.find((one) => one.rule === bound)?.day).toBe(day)
        expect(rules.every((one) => one.day <= day && one.day >= today)).toBe(true)
        for (const key of ['noticeDays', 'minimumMonths', 'decisionDays', 'leadDays'] as const)
          expect(of({ [key]: given[key] + more }).day >= day).toBe(true)
      }),
    ))
})
