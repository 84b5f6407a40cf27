import { describe, expect, it } from 'vitest'
import type { HostingClaim } from '@/lib/catalogue/listing'
import { moduleView } from '@/lib/testing/module-views'
import { type Accepted, firstContent } from '../needs-profiles/needs-content'
import { barOf } from './gate-rules'

const { accepted } = firstContent(['a'])
const bar = (over: Parameters<typeof moduleView>[1], accepts: Partial<Accepted> = {}, live = ['F1']) =>
  barOf(moduleView('D', over), { ...accepted, ...accepts }, live)
const hosted = (over: Partial<HostingClaim> = {}): { hosting: HostingClaim[] } => ({
  hosting: [{ type: 'public-cloud', summary: null, hscn: false, country: 'England', ...over }],
})
const standing = (kind: string, words = kind) => ({ standing: { kind, words, because: null, asOf: null } })

describe('C-GATE: why a module may not be chosen anew', () => {
  it('nothing is in the way of a conformant module on a framework that is open', () => {
    expect(bar({})).toBeUndefined()
    expect(bar(standing('conformant-until'))).toBeUndefined()
    expect(bar(standing('work-off'))).toBeUndefined()
  })

  it.each([
    [standing('suspended'), {}, /cannot be bought now/, false],
    [standing('removed'), {}, /cannot be bought now/, false],
    [standing('remediation', 'Under remediation'), {}, /Under remediation/, false],
    [standing('not-assessed'), {}, /standing that you accept/, true],
    [standing('work-off'), { standings: ['conformant'] }, /standing that you accept/, true],
    [{}, { hostings: ['private-cloud'] }, /does not say how it is hosted/, true],
    [{ listing: hosted() }, { hostings: ['private-cloud'] }, /hosted otherwise: Public cloud/, true],
    [{ listing: hosted({ country: null }) }, { country: 'England' }, /not stated/, true],
    [{ listing: hosted({ hscn: null }) }, { hscn: 'not-needed' }, /without HSCN/, true],
    [{}, { applications: ['browser'] }, /on what it is used/, true],
  ] as [Parameters<typeof moduleView>[1], Partial<Accepted>, RegExp, boolean][])(
    '%j with %j',
    (over, accepts, words, byWish) => {
      expect(bar(over, accepts)?.because).toMatch(words)
      expect(bar(over, accepts)?.byWish).toBe(byWish)
    },
  )

  it('what nobody assessed may be taken, by choice', () => {
    expect(bar(standing('not-assessed'), { standings: ['conformant', 'not-assessed'] })).toBeUndefined()
  })

  it('is on no framework that is open when the plan starts', () => {
    expect(bar({}, {}, ['F2'])).toMatchObject({ byWish: false })
  })

  it('fits where all that is asked of its hosting holds of one kind of it', () => {
    const accepts = { hostings: ['public-cloud'], country: 'england', hscn: 'not-needed' } as const
    expect(bar({ listing: hosted() }, { ...accepts, hostings: [...accepts.hostings] })).toBeUndefined()
  })
})
