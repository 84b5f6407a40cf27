import { describe, expect, it } from 'vitest'
import { switchRoles, switchStates } from '../switch'
import type { SwitchTimer } from '../timers/timer'
import { timerKinds } from '../timers/timer-kinds'
import { barsOf, barWords } from './bar-rules'
import { dutiesOf } from './duty-rules'
import { lateOf, lateWords, nextDue } from './late-rules'
import type { PortfolioLine } from './portfolio'
import { filtered, portfolioFilter } from './portfolio-filter-schema'
import { nextAct, stageOf } from './stage-rules'

const today = '2026-03-02'
const timer = (kind: string, dueOn: string, state: SwitchTimer['state'] = 'running', escalated = 0): SwitchTimer => {
  return { kind, dueOn, state, warned: 0, escalated }
}
const line = (given: Partial<PortfolioLine> = {}): PortfolioLine => ({
  id: 'a',
  state: 'data-check',
  part: 'whole',
  machineVersion: 2,
  stage: 'check',
  practice: 'Mill Road',
  losing: 'Old Ltd',
  gaining: 'New Ltd',
  suppliers: ['6f7b5f6e-8f0e-4a5b-9a53-0e7b1f7d9d11'],
  openedAt: new Date('2025-12-02T12:00:00Z'),
  wentLiveOn: null,
  plannedOn: '2026-05-04',
  late: [],
  next: null,
  due: null,
  ...given,
})

describe('what is late', () => {
  it('TM-03: names what is overdue, with its owner and who has been told, the longest first', () => {
    const late = lateOf([timer('check', '2026-02-27', 'overdue', 1), timer('order', '2026-02-01', 'overdue', 3)], today)
    expect(late.map(({ what, days, toldTo }) => [what, lateWords(days), toldTo])).toEqual([
      ['The switch is ordered', '29 days late', 'the commissioner'],
      ['Trial load checked', '3 days late', 'its owner'],
    ])
    expect(late[1]!.owner).toBe('Clinical lead')
  })
  it('a timer that is met or stands still is not late; the day itself is not late either', () => {
    expect(lateOf([timer('order', '2026-01-01', 'met'), timer('check', '2026-01-01', 'stopped')], today)).toEqual([])
    expect(lateOf([timer('check', today)], today)).toEqual([])
  })
  it('a row that says running although its day is past counts as late before the daily round', () => {
    expect(lateOf([timer('check', '2026-03-01')], today)).toMatchObject([{ days: 1, toldTo: 'nobody' }])
    expect(lateWords(1)).toBe('1 day late')
  })
  it('what is due next is the soonest open day from today on', () => {
    const timers = [timer('pcse', '2026-03-20'), timer('meeting', '2026-03-09'), timer('order', '2026-03-05', 'met')]
    expect(nextDue(timers, today)).toEqual({
      what: timerKinds.meeting.title,
      owner: 'Practice manager',
      dueOn: '2026-03-09',
    })
  })
})

describe('stages and next acts (design §3)', () => {
  it('every state stands in one column, and each that has not ended has a next act of a role of the switch', () => {
    for (const state of switchStates) {
      const act = nextAct({ machineVersion: 2, state, stateBefore: 'live' })
      if (stageOf(state) === 'ended') expect(act).toBeUndefined()
      else expect(Object.keys(switchRoles), state).toContain(act?.role)
    }
  })
})

describe('the timeline of many practices', () => {
  it('draws from opening to planned go-live on one scale, with today on it', () => {
    const {
      bars,
      today: at,
      first,
      last,
    } = barsOf([line(), line({ id: 'b', openedAt: new Date('2026-02-02T12:00:00Z') })], today)
    expect([first, last]).toEqual(['2025-12-02', '2026-05-04'])
    expect(bars[0]).toMatchObject({ start: 0, width: 1, isLate: false })
    expect(bars[1]!.start).toBeGreaterThan(0.3)
    expect(at).toBeCloseTo(90 / 153)
  })
  it('a planned day that is past says so in words; a switch that is live is not late', () => {
    expect(barWords(line({ plannedOn: '2026-02-25' }), today)).toBe('planned for 25 February 2026, 5 days late')
    expect(barWords(line({ plannedOn: '2026-02-25', wentLiveOn: '2026-02-27', stage: 'live' }), today)).toBe(
      'live since 27 February 2026',
    )
    expect(barWords(line({ plannedOn: null }), today)).toBe('no planned day yet')
    expect(barsOf([line({ plannedOn: '2026-02-25' })], today).bars[0]!.isLate).toBe(true)
  })
})

describe('the filter', () => {
  const late = line({ id: 'late', late: lateOf([timer('check', '2026-02-27')], today) })
  const ended = line({ id: 'ended', state: 'closed', stage: 'ended' })
  const ids = (query: Record<string, unknown>) =>
    filtered([line(), late, ended], portfolioFilter.parse(query)).map((l) => l.id)
  it('shows what has not ended; ended ones only where they are asked for; ignores what it does not know', () => {
    expect(ids({})).toEqual(['a', 'late'])
    expect(ids({ stage: 'ended' })).toEqual(['ended'])
    expect(ids({ late: 'yes' })).toEqual(['late'])
    expect(ids({ stage: 'nowhere', supplier: "' or 1", late: 'maybe' })).toEqual(['a', 'late'])
    expect(ids({ supplier: '1c0a3c0e-3b5f-4a5b-9a53-0e7b1f7d9d11' })).toEqual([])
  })
})

describe("a supplier's duties", () => {
  const of = { id: 's', machineVersion: 2, state: 'preparing', stateBefore: null } as const
  it('are its own timers and the move that waits for it, not those of the other side', () => {
    const timers = [
      timer('trial-due', '2026-02-27', 'overdue'),
      timer('legacy', '2026-05-31'),
      timer('order', '2026-01-01'),
    ]
    expect(dutiesOf(of, ['gaining'], timers, today)).toEqual([
      { switchId: 's', side: 'gaining', what: 'Trial load done', dueOn: '2026-02-27', daysLate: 3 },
      { switchId: 's', side: 'gaining', what: 'Say that the trial load is done', dueOn: null, daysLate: 0 },
    ])
    expect(dutiesOf(of, ['losing'], timers, today).map((duty) => duty.what)).toEqual([
      'End of access to the old system',
    ])
  })
})
