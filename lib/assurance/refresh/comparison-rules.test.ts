import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { facts, today } from '@/lib/testing/assurance-arbitraries'
import { met, moduleFacts } from '@/lib/testing/assurance-facts'
import { mayDiffer } from '../standing-rules'
import { changesBetween, lapsesOf, nightView } from './comparison-rules'

const changes = (f: Parameters<typeof nightView>[0], since: string, day: string) =>
  changesBetween(nightView(f, since), nightView(f, day))

describe('RF-03 two nights', () => {
  it('see a value change between exactly two of them, on the day after its last', () => {
    const f = moduleFacts({ findings: [met('A', { validUntil: '2026-06-01' }), met('B')] })
    expect(changes(f, '2026-05-31', '2026-06-01')).toEqual([])
    expect(changes(f, '2026-06-01', '2026-06-02')).toMatchObject([{ requirementId: 'A', from: 'MET', to: 'LAPSED' }])
    expect(changes(f, '2026-06-02', '2026-06-03')).toEqual([])
    const before = nightView(f, '2026-06-01')
    const lapses = lapsesOf(f, changes(f, '2026-06-01', '2026-06-02'), before, '2026-06-02')
    expect(lapses).toMatchObject([{ requirementId: 'A', source: 'LAPSE' }])
  })

  it('open nothing where it was found met again in the meantime', () => {
    const again = met('A', { id: 'again', on: '2026-06-02', seq: 9 })
    const f = moduleFacts({ findings: [met('A', { validUntil: '2026-06-01' }), met('B'), again] })
    const seen = changes(f, '2026-06-01', '2026-06-02')
    expect(seen).toHaveLength(1)
    expect(lapsesOf(f, seen, nightView(f, '2026-06-01'), '2026-06-02')).toEqual([])
  })

  it('DE-03: a waiver that runs out opens what its decision had closed, once, on the day after its last', () => {
    const notMet = { ...met('A', { id: 'not-met', on: '2026-02-01', seq: 5 }), outcome: 'NOT_MET' as const }
    const waiver = { id: 'w', standardVersionId: 'v1', requirementId: 'A', from: '2026-03-01', until: '2026-06-01' }
    const f = moduleFacts({ findings: [met('A'), met('B'), notMet], waivers: [waiver] })
    const opened = (since: string, day: string) => lapsesOf(f, changes(f, since, day), nightView(f, since), day)
    expect(opened('2026-05-31', '2026-06-01')).toEqual([])
    expect(opened('2026-06-01', '2026-06-02')).toMatchObject([{ requirementId: 'A', source: 'FINDING' }])
    expect(opened('2026-06-02', '2026-06-03')).toEqual([])
  })

  it('need not be looked at where no date of the facts lies between them', () =>
    fc.assert(
      fc.property(facts, fc.integer({ min: -200, max: 100 }), fc.integer({ min: 1, max: 40 }), (f, at, days) => {
        const since = addDays(today, at)
        const day = addDays(since, days)
        if (!mayDiffer(f, since, day)) expect(changes(f, since, day)).toEqual([])
      }),
      { numRuns: 5_000 },
    ))

  it('add up: what changed over several nights is what changed in each', () =>
    fc.assert(
      fc.property(facts, fc.integer({ min: -100, max: 60 }), (f, at) => {
        const [a, b, c] = [0, 3, 9].map((n) => addDays(today, at + n)) as [string, string, string]
        const ends = (list: ReturnType<typeof changes>) => new Map(list.map((x) => [x.requirementId, x.to]))
        const [first, second, whole] = [ends(changes(f, a, b)), ends(changes(f, b, c)), changes(f, a, c)]
        for (const x of whole) expect(second.get(x.requirementId) ?? first.get(x.requirementId)).toBe(x.to)
      }),
      { numRuns: 2_000 },
    ))
})
