import { describe, expect, it } from 'vitest'
import { type ClaimState, claimKey } from '@/lib/catalogue/dependencies/dependency-claim'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { moduleView } from '@/lib/testing/module-views'
import { firstContent, type NeedsContent } from '../needs-profiles/needs-content'
import { candidatesOf, type MarketFacts } from './candidate-rules'

const names = {
  capabilities: {
    C5: { name: 'Appointments', category: 'x', mustEpicIds: ['E1'] },
    C13: { name: 'Record', category: 'x', mustEpicIds: [] },
  },
  integrations: {},
  frameworks: {},
}
const market = (claims: MarketFacts['claims'] = {}): MarketFacts => ({
  today: '2026-03-02',
  names,
  claims,
  liveFrameworkIds: ['F1'],
  recordCapabilities: ['C13'],
})
const asked = (over: Partial<NeedsContent> = {}): NeedsContent => ({
  ...firstContent(['a']),
  needs: [{ capabilityId: 'C5', epicIds: [] }],
  ...over,
})
const claiming = (id: string, epicIds: string[], over: Partial<ModuleView> = {}) =>
  moduleView(id, { listing: { capabilities: [{ id: 'C5', epicIds }] }, ...over })
const home = (id: string, over: Parameters<typeof moduleView>[1] = {}) =>
  moduleView(id, { ...over, listing: { capabilities: [{ id: 'C13', epicIds: [] }], ...over.listing } })
const one = (module: ModuleView, content = asked(), claims: MarketFacts['claims'] = {}, others: ModuleView[] = []) =>
  candidatesOf([module, ...others], content, market(claims))[0]!

describe('CAT-2: what a module meets', () => {
  it('a capability with all its MUST epics and those that were made a must, claimed and not failed', () => {
    expect(one(claiming('A', ['E1'])).meets).toEqual(['C5'])
    expect(one(claiming('A', ['E2'])).meets).toEqual([])
    expect(one(claiming('A', ['E1'], { failedCapabilityIds: ['C5'] })).meets).toEqual([])
    const strict = asked({ needs: [{ capabilityId: 'C5', epicIds: ['E2'] }] })
    expect(one(claiming('A', ['E1']), strict).meets).toEqual([])
    expect(one(claiming('A', ['E1', 'E2']), strict).meets).toEqual(['C5'])
  })

  it('only what was assessed, where only proof counts', () => {
    const proven = asked({ accepted: { ...firstContent([]).accepted, provenOnly: true } })
    expect(one(claiming('A', ['E1']), proven).meets).toEqual([])
    expect(one(claiming('A', ['E1'], { metCapabilityIds: ['C5'] }), proven).meets).toEqual(['C5'])
  })

  it('a wish is a capability, or one epic of it by itself', () => {
    const wishes = [
      { capabilityId: 'C5', epicId: null, worth: 2 },
      { capabilityId: 'C5', epicId: 'E2', worth: 3 },
    ]
    expect(one(claiming('A', ['E2']), asked({ wishes })).fulfils).toEqual(['E2@C5'])
    expect(one(claiming('A', ['E1']), asked({ wishes })).fulfils).toEqual(['C5'])
  })
})

describe('what a module needs beside it', () => {
  it('a capability from any other module that offers it, never from itself', () => {
    const needy = moduleView('A', { listing: { requires: ['C13'] } })
    expect(one(needy, asked(), {}, [home('B'), home('C', { failedCapabilityIds: ['C13'] })]).requires).toMatchObject([
      { oneOf: ['B'] },
    ])
    expect(one(home('A', { listing: { requires: ['C13'] } })).requires).toMatchObject([{ oneOf: [] }])
  })

  it('a named module in its version or a later one', () => {
    const of = (minimumVersion: string) =>
      one(
        moduleView('A', { listing: { dependencies: [{ relation: 'requires', moduleIds: ['B'], minimumVersion }] } }),
        asked(),
        {},
        [home('B')],
      ).requires
    expect(of('1.0.0')).toMatchObject([{ oneOf: ['B'], words: 'A needs B' }])
    expect(of('2.0.0')).toMatchObject([{ oneOf: [] }])
  })

  it('a conflict holds both ways, whoever states it', () => {
    const [a, b] = candidatesOf(
      [moduleView('A', { listing: { conflicts: ['B'] } }), moduleView('B')],
      asked(),
      market(),
    )
    expect([a!.conflicts, b!.conflicts]).toEqual([['B'], ['A']])
  })
})

describe('MOD-1: pairing with the record system', () => {
  const module = moduleView('A', { listing: { worksWith: ['B'] } })
  const paired = (pairing: 'claimed' | 'confirmed' | 'proven', state?: ClaimState, target = home('B')) => {
    const key = claimKey({ moduleId: 'A', targetId: 'B', relation: 'works-with' })
    const claims = state ? { [key]: { state, minimumVersion: null, reason: null, changedAt: new Date(0) } } : {}
    return one(module, asked({ accepted: { ...firstContent([]).accepted, pairing } }), claims, [target]).pairedWith
  }

  it.each([
    ['claimed', undefined, ['B']],
    ['claimed', 'disputed', []],
    ['confirmed', undefined, []],
    ['confirmed', 'confirmed', ['B']],
    ['confirmed', 'proven', ['B']],
    ['proven', 'confirmed', []],
    ['proven', 'proven', ['B']],
  ] as const)('asked %s, answered %s', (pairing, state, expected) => {
    expect(paired(pairing, state)).toEqual(expected)
  })

  it('a supplier answers for both of its own, but its word is no test', () => {
    const own = home('B', { supplier: module.supplier })
    expect(paired('confirmed', undefined, own)).toEqual(['B'])
    expect(paired('proven', undefined, own)).toEqual([])
  })

  it('one that names no record system declares no need of pairing, nor does a record system', () => {
    expect(one(moduleView('A'), asked(), {}, [home('B')]).pairedWith).toBeNull()
    expect(one(home('A', { listing: { worksWith: ['B'] } }), asked(), {}, [home('B')]).pairedWith).toBeNull()
    expect([one(home('A')).isRecordSystem, one(moduleView('A')).isRecordSystem]).toEqual([true, false])
  })
})

describe('what comes with a new module', () => {
  it('migration and training that have a price, by kind or by their words', () => {
    const price = { ...moduleView('x').listing.prices[0]!, id: 's' }
    const service = (name: string, kind?: 'migration' | 'other') => ({
      name,
      description: 'd',
      price,
      ...(kind ? { kind } : {}),
    })
    const services = [
      service('Move', 'migration'),
      service('Data migration'),
      service('Report', 'other'),
      { ...service('Training'), price: null },
    ]
    expect(one(moduleView('A', { listing: { services } })).services.map(({ name }) => name)).toEqual([
      'Move',
      'Data migration',
    ])
  })
})

describe('MOD-2: how long a suspended module of today may be kept', () => {
  const suspended = moduleView('A', { standing: { kind: 'suspended', words: 'Suspended', because: null, asOf: null } })
  const until = (...ends: (string | null)[]) =>
    one(
      suspended,
      asked({
        today: ends.map((contractEnd, i) => ({
          ...{
            practiceId: `p${i}`,
            moduleId: 'A',
            moduleName: 'A',
            contractReference: null,
            contractEnd,
            noticeDays: 0,
          },
          ...{ yearlyPence: null, renewalYearlyPence: null, exitPence: '0', keep: 'free' as const },
        })),
      }),
    ).keepableUntil

  it('to the end of its contract, the earliest of several; where none is known, not beyond today', () => {
    expect(until('2027-03-31')).toBe('2027-03-31')
    expect(until('2027-03-31', '2026-12-31')).toBe('2026-12-31')
    expect(until(null)).toBe('2026-03-02')
    expect(one(moduleView('B')).keepableUntil).toBeNull()
  })
})
