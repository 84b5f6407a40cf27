import { describe, expect, it } from 'vitest'
import { indicatorDues, indicatorLines, indicatorsOf } from './indicator-rules'

const contract = { startsOn: '2026-06-01', runsUntil: '2029-05-31', state: 'live' as const }
const tos = (...given: Parameters<typeof indicatorDues>) => indicatorDues(...given).map(({ from, to }) => [from, to])

describe('UK9: when it is due', () => {
  it('after each year of the contract, not on its last day', () => {
    expect(tos(contract, [], '2027-05-31')).toEqual([])
    expect(tos(contract, [], '2027-06-01')).toEqual([['2026-06-01', '2027-05-31']])
    expect(tos(contract, [], '2028-06-02')).toHaveLength(2)
  })

  it('at its end, for what no year has told, early or on time', () => {
    const early = { ...contract, runsUntil: '2027-09-30', state: 'terminated' as const }
    expect(tos(early, [], '2027-10-01')).toEqual([
      ['2026-06-01', '2027-05-31'],
      ['2027-06-01', '2027-09-30'],
    ])
    const over = { ...contract, state: 'expired' as const }
    expect(tos(over, [], '2029-06-01').at(-1)).toEqual(['2028-06-01', '2029-05-31'])
    expect(tos(over, [], '2029-06-01')).toHaveLength(3)
  })

  it('on a breach inside its days, once a day, and with a year that ends that day as one', () => {
    const failed = [
      { requirementId: 'S1/A', failedOn: '2026-09-01' },
      { requirementId: 'S1/B', failedOn: '2026-09-01' },
      { requirementId: 'S1/C', failedOn: '2026-05-31' },
      { requirementId: 'S1/D', failedOn: '2027-05-31' },
    ]
    const dues = indicatorDues(contract, failed, '2027-06-01')
    expect(dues.map(({ to, why }) => [to, why.length])).toEqual([
      ['2026-09-01', 2],
      ['2027-05-31', 2],
    ])
  })
})

describe('UK9: what it says', () => {
  const sites = [
    { practiceId: 'a', liveOn: '2026-06-10' },
    { practiceId: 'b', liveOn: '2026-08-01' },
    { practiceId: 'c', liveOn: null },
  ]
  const deliverOn = { a: '2026-06-15', b: '2026-06-15', c: '2026-06-15' }
  const known = [
    { requirementId: 'S1/A', determinedOn: '2026-07-01', closedOn: null },
    { requirementId: 'S1/B', determinedOn: '2026-07-01', closedOn: '2026-08-01' },
    { requirementId: 'S1/C', determinedOn: '2028-07-01', closedOn: null },
  ]
  it('go-lives and what was not met, as they stood at the end of the period', () => {
    const [uses, open] = indicatorsOf(sites, deliverOn, known, '2027-05-31')
    expect(uses!.words).toBe('1 of 3; 1 not in use on 31 May 2027 by both sides’ word')
    expect(open!.words).toBe('1: S1/A')
  })

  it('what is not known is said, is never good, and asks the payer for the rest or a rationale (L11)', () => {
    const unknown = indicatorsOf([], {}, null, '2027-05-31')
    expect(unknown.map(({ isKnown }) => isKnown)).toEqual([false, false, false])
    const [due] = indicatorDues(contract, [], '2027-06-01')
    const lines = indicatorLines({ payer: 'P', supplier: 'S', contract: 'C' }, due!, unknown, 3)
    expect(Object.fromEntries(lines)).toMatchObject({
      'Indicator 3, availability of the service': expect.stringContaining('Not known'),
      'To be added': expect.stringContaining('0 of 3 indicators are known here'),
      Rating: 'Not given: the contracting authority rates the performance',
    })
  })
})
