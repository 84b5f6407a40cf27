import { describe, expect, it } from 'vitest'
import type { GonePractice } from '@/lib/identity/gone-practice'
import type { CallOff, CallOffState } from './call-off'
import { goneWords, isExpected, wayOn, withSuccessor } from './gone-practice-rules'
import type { OrderSite } from './order-site'

const gone = (given: Partial<GonePractice> = {}): GonePractice => ({
  ...{ id: 'b', name: 'Mill Lane', code: 'B1', on: '2026-03-01', isGone: true },
  ...{ successor: { id: 'c', name: 'New Surgery', code: 'C1' }, ...given },
})
const site = (practiceId: string, given: Partial<OrderSite> = {}): OrderSite => ({
  ...{ practiceId, listSize: 6000, listSizeAsOf: null, deliverOn: '2026-06-01', continues: false, state: 'consented' },
  ...{ answeredById: 'p', answeredAt: null, consentHash: 'h', ...given },
})
const next = { id: 'c', listSize: 9000, asOf: '2026-02-01' }

describe('C5: a practice of an order that is succeeded', () => {
  it.each([
    [gone(), 'Mill Lane (B1) is succeeded by New Surgery (C1) from 1 March 2026'],
    [gone({ isGone: false }), 'Mill Lane (B1) will be succeeded by New Surgery (C1) from 1 March 2026'],
    [gone({ successor: undefined }), 'Mill Lane (B1) has closed on 1 March 2026, and no successor is known'],
    [gone({ successor: undefined, on: null }), 'Mill Lane (B1) has closed, and no successor is known'],
  ])('is spoken of in words (%#)', (one, words) => expect(goneWords(one)).toBe(words))

  it.each<[CallOffState, Partial<GonePractice>, string]>([
    ['draft', {}, 'Take the successor instead: it is asked for its own consent.'],
    ['signing', {}, 'approval and signatures are void'],
    ['awaiting-funding', {}, 'Withdraw the funding request first'],
    ['draft', { successor: undefined }, 'Take it out of the order'],
    ['funded', { successor: undefined }, 'Take the order back to draft'],
    ['draft', { id: 'a' }, 'its successor starts a project of its own'],
  ])('has a way on in %s (%#)', (state, given, words) =>
    expect(wayOn({ practiceId: 'a', state }, gone(given))).toContain(words),
  )

  it('S1: the successor takes its day and its mark, and has consented to nothing', () =>
    expect(withSuccessor([site('a'), site('b', { continues: true })], 'b', next)).toEqual([
      site('a'),
      {
        ...site('c', { state: 'asked', answeredById: null, consentHash: null, continues: true }),
        ...{ listSize: 9000, listSizeAsOf: '2026-02-01' },
      },
    ]))

  it('a successor that is named already stands there once, and goes on where the other was to', () => {
    expect(withSuccessor([site('c'), site('b')], 'b', next)).toEqual([site('c')])
    expect(withSuccessor([site('c'), site('b', { continues: true })], 'b', next)).toEqual([
      site('c', { continues: true }),
    ])
    expect(withSuccessor([site('a')], 'b', next)).toEqual([site('a')])
  })

  it('is expected before its day where the merger that is ordered brings it about, and nowhere else', () => {
    const form = { type: { kind: 'merger' as const, description: 'M' } }
    const order = { form, lines: [], sites: [site('c', { continues: true }), site('b')] } as unknown as CallOff
    const coming = gone({ isGone: false })
    expect(isExpected(order, coming)).toBe(true)
    expect(isExpected(order, gone())).toBe(false)
    expect(isExpected({ ...order, form: {} }, coming)).toBe(false)
    expect(isExpected({ ...order, sites: [site('a', { continues: true }), site('b')] }, coming)).toBe(false)
  })
})
