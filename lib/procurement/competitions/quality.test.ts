import { describe, expect, it } from 'vitest'
import type { Competition as Scored } from '@/lib/comparison/scoring/scoring'
import { losersWhoDecide, scoreCompetition } from '@/lib/comparison/scoring/scoring-rules'
import type { FrozenEntry } from '../projects/project'
import type { QualityGuide } from './competition'
import { criteriaInput } from './competition-schema'
import type { Judged } from './outcome-rules'
import { viewsOf } from './result-views'

const base = { projectId: '11111111-1111-4111-8111-111111111111', version: '3', priceWeight: '60' }
const form = { ...base, 'weight-features': '100', musts: 'Letters' }
const worths = (...pounds: string[]) =>
  Object.fromEntries(pounds.map((worth, i) => [`worth-features-${i + 2}`, worth] as const))
const faults = (given: Record<string, string>) =>
  criteriaInput.safeParse({ ...form, ...given }).error?.issues.map(({ path }) => path[0])

describe('ABS-1, ABS-3: what quality is, said with the criteria', () => {
  it('nothing said is nothing kept', () => {
    expect(criteriaInput.parse({ ...form, ...worths('', '', '', ''), 'quality-floor': '' }).quality).toBeNull()
  })
  it('a floor alone, or pounds for every score of what counts', () => {
    expect(criteriaInput.parse({ ...form, 'quality-floor': '3' }).quality).toEqual({ floor: 3, values: [] })
    expect(criteriaInput.parse({ ...form, ...worths('0', '1,000', '1,500.50', '2,000') }).quality).toEqual({
      floor: null,
      values: [{ kind: 'features', pence: ['0', '0', '100000', '150050', '200000'] }],
    })
  })
  it('refuses gaps, falling worths, amounts out of reach and a floor that is no score', () => {
    expect(faults(worths('1', '', '3', '4'))).toEqual(['worth-features-3'])
    expect(faults(worths('1', '2', '3', '2.99'))).toEqual(['worth-features-5'])
    expect(faults(worths('1', '2', '3', '100,000,000.01'))).toEqual(['worth-features-5'])
    expect(faults({ 'quality-floor': '6' })).toEqual(['quality-floor'])
  })
  it('the worth of what does not count is not read', () => {
    expect(criteriaInput.parse({ ...form, 'worth-implementation-2': 'no money' }).quality).toBeNull()
  })
})

describe('the views beside a result', () => {
  const scored: Scored = {
    priceWeight: 60,
    elements: [{ id: 'features', weight: 100 }],
    entries: [
      { id: 'a', lines: [{ oneOffPence: 10_000n, periodicPence: 90_000n }], eligible: true, scores: { features: 2 } },
      { id: 'b', lines: [{ oneOffPence: 0n, periodicPence: 130_000n }], eligible: true, scores: { features: 5 } },
      { id: 'c', lines: [{ oneOffPence: 0n, periodicPence: 50_000n }], eligible: false, scores: { features: 5 } },
    ],
  }
  const outcome = scoreCompetition(scored)
  if (!('winners' in outcome)) throw new Error(outcome.words)
  const entries = ['a', 'b', 'c'].map((id) => ({ id, moduleName: `Module ${id}` })) as FrozenEntry[]
  const judged: Judged = { scored, outcome, deciders: losersWhoDecide(scored), entries }
  const quality: QualityGuide = {
    floor: 3,
    values: [{ kind: 'features', pence: ['0', '10000', '20000', '30000', '40000'] }],
  }

  it('by cost, by point and in pounds; who cannot win has no place', () => {
    const { lines, floor } = viewsOf(judged, quality)
    expect(floor).toBe('3.00')
    expect(
      lines.map(({ name, points, adjusted, places }) => [name, points, adjusted, ...Object.values(places)]),
    ).toEqual([
      ['Module b', '5.00', '£900.00', '1st', '1st', '2nd'],
      ['Module c', '5.00', '£100.00', 'A must is not met', 'A must is not met', 'A must is not met'],
      ['Module a', '2.00', '£900.00', 'Below the least quality', '2nd', '1st'],
    ])
  })
  it('price alone: nobody has points, and nothing is worth anything', () => {
    const priced: Scored = {
      priceWeight: 100,
      elements: [],
      entries: scored.entries.map((e) => ({ ...e, scores: {} })),
    }
    const view = viewsOf({ ...judged, scored: priced }, null)
    expect([view.hasPoints, view.hasValues, view.floor]).toEqual([false, false, null])
    expect(view.lines[0]!.name).toBe('Module a')
  })
})
