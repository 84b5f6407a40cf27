import { describe, expect, it } from 'vitest'
import { isOverdue } from './notice-obligation'
import { completionOf, lastDayFor, standingOf } from './notice-rules'
import { noticeText } from './notice-text'

const figures = {
  threshold: 20_772_000n,
  notifiable: 3_000_000n,
  thresholdBasis: 'gross' as const,
  vatPercent: 20n,
  contractNoticeDays: 30,
  endNoticeDays: 30,
}

describe('which notices are due', () => {
  it.each([
    ['W3: 44,774.86 with VAT', 3_731_238n, 'notifiable'],
    ['a penny below notifiable', 2_499_999n, 'below'],
    ['a penny below the threshold with VAT', 17_309_999n, 'notifiable'],
    ['at the threshold with VAT', 17_310_000n, 'above'],
  ] as const)('%s', (_, pence, standing) => expect(standingOf(pence, figures)).toBe(standing))

  it('M4: a threshold without VAT is held against the value without VAT', () => {
    const net = { ...figures, thresholdBasis: 'net' as const }
    expect(standingOf(20_771_999n, net)).toBe('notifiable')
    expect(standingOf(20_772_000n, net)).toBe('above')
  })

  it('W11: signed on 28 May 2026, the details notice is due by 26 June 2026', () =>
    expect(lastDayFor('UK7', '2026-05-28', figures)).toBe('2026-06-26'))

  it('the termination notice is due 30 days after the end', () =>
    expect(lastDayFor('UK11', '2029-05-31', figures)).toBe('2029-06-30'))

  it('overdue follows from the day alone, and only while it is to be published', () => {
    const notice = { state: 'drafted' as const, dueOn: '2026-06-26' }
    expect(isOverdue(notice, '2026-06-26')).toBe(false)
    expect(isOverdue(notice, '2026-06-27')).toBe(true)
    expect(isOverdue({ ...notice, state: 'published' }, '2026-06-27')).toBe(false)
  })
})

const order = {
  number: 'C000001-01',
  payer: 'North Bank',
  supplier: 'OpenPath',
  moduleName: 'OpenPath Record',
  practices: ['Riverside Surgery', 'Hillside'],
  route: 'Direct award',
  startsOn: '2026-06-01',
  endsOn: '2029-05-31',
  optionMonths: 12,
  totalPence: 17_310_000n,
  grossPence: 20_772_000n,
}

it('a draft says who, what, for whom, how, how long and how much', () => {
  const text = noticeText('UK11', { ...order, on: '2028-01-31', ending: 'Notice was given' })
  expect(text.split('\n')).toEqual([
    'Notice: UK11: Contract termination notice',
    'Contracting authority: North Bank',
    'Supplier: OpenPath',
    'Contract: C000001-01: OpenPath Record',
    'What for: Clinical system services for Riverside Surgery, Hillside',
    'How it was awarded: Direct award',
    'Term: 1 June 2026 to 31 May 2029, with an option of 12 months more',
    'Estimated value: £173,100.00 without VAT, £207,720.00 with VAT',
    'Ended on: 31 January 2028',
    'Why it ended: Notice was given',
    '',
  ])
})

describe('L11: a notice that lacks indicators is completed, or says why there are fewer', () => {
  it('is asked for nothing where nothing is missing, and keeps nothing', () =>
    expect(completionOf({ missing: 0 }, 'Words that nobody asked for, however many')).toEqual({
      ok: true,
      value: null,
    }))
  it.each([undefined, '', 'Two were added'])('refuses %j', (given) =>
    expect(completionOf({ missing: 2 }, given)).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { completion: [expect.stringContaining('which 2 indicators')] } },
    }),
  )
  it('keeps what is said', () => {
    const words = 'Availability was added from the figures of the supplier'
    expect(completionOf({ missing: 2 }, words)).toEqual({ ok: true, value: words })
  })
  it('UK7 above the floor says that indicators are to be added', () => {
    const facts = { ...order, on: '2026-05-28' }
    expect(noticeText('UK7', { ...facts, indicators: 3 })).toContain('At least 3 key performance indicators')
    expect(noticeText('UK7', facts)).not.toContain('indicators')
  })
})
