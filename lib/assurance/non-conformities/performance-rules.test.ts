import { describe, expect, it } from 'vitest'
import { failedOn } from './performance-rules'

type Plan = Parameters<typeof failedOn>[0][number]
const plan = (given: Partial<Plan> = {}): Plan => ({
  kind: 'REMEDIATION',
  state: 'accepted',
  acceptedOn: '2026-01-10',
  dueOn: '2026-03-31',
  acts: [],
  ...given,
})
const act = (kind: string, on: string, dueOn: string | null = null) => ({ kind, on, dueOn })

describe('a chance to improve that was not taken', () => {
  it.each([
    ['the day after the plan ran out', [plan()], null, '2026-05-01', '2026-04-01'],
    ['not before', [plan()], null, '2026-03-31', null],
    ['not where it was put right in time', [plan()], '2026-03-31', '2026-05-01', null],
    ['where it was put right too late', [plan()], '2026-04-20', '2026-05-01', '2026-04-01'],
    [
      'an extension moves it',
      [plan({ acts: [act('EXTENDED', '2026-03-01', '2026-04-30')] })],
      null,
      '2026-05-01',
      '2026-05-01',
    ],
    [
      'not while it is said to be done',
      [plan({ acts: [act('CLAIMED_DONE', '2026-03-30')] })],
      null,
      '2026-05-01',
      null,
    ],
    [
      'where that was rejected',
      [plan({ acts: [act('CLAIMED_DONE', '2026-03-20'), act('REJECTED', '2026-03-25')] })],
      null,
      '2026-05-01',
      '2026-04-01',
    ],
    [
      'not of a work-off, a proposal or what was superseded',
      [plan({ kind: 'WORK_OFF' }), plan({ acceptedOn: null }), plan({ state: 'superseded' })],
      null,
      '2026-05-01',
      null,
    ],
  ] as const)('%s', (_, plans, closed, today, day) => {
    expect(failedOn([...plans], closed, today)).toBe(day)
  })
})
