import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DraftRequirement, RequirementChange } from '../standards/standard-draft'
import { gapsOfDifference, kindOfChange, type OldRequirement, proposeDifference } from './difference-rules'
import { readDifference } from './difference-schema'

const versionId = '00000000-0000-4000-8000-000000000001'
const one = (over: Partial<DraftRequirement> = {}): DraftRequirement => ({
  id: 'S1/A',
  title: 'A',
  text: 'It keeps an audit trail',
  anchor: '',
  roles: [],
  level: 'SHOULD',
  method: 'DOCUMENT',
  hazard: 'LOW',
  evidenceValidDays: 365,
  notTestedReason: '',
  ...over,
})
const old = (over: Partial<DraftRequirement> = {}): OldRequirement => ({ ...one(over), standardVersionId: versionId })
const change = (
  kind: RequirementChange['kind'],
  requirementId: string | null,
  from: string | null,
): RequirementChange => ({
  kind,
  requirementId,
  fromVersionId: from && versionId,
  fromRequirementId: from,
})

describe('RF-01 the difference', () => {
  it.each([
    ['nothing', {}, 'SAME'],
    ['the place in the source alone', { anchor: '§4' }, 'SAME'],
    ['white space alone', { text: 'It  keeps an\naudit trail' }, 'SAME'],
    ['words', { text: 'It keeps a trail for audits' }, 'REWORDED'],
    ['a lower level', { level: 'MAY' }, 'REWORDED'],
    ['a higher level', { level: 'MUST' }, 'TIGHTENED'],
    ['the other way round', { level: 'SHOULD_NOT' }, 'TIGHTENED'],
    ['how it is shown', { method: 'MACHINE' }, 'TIGHTENED'],
    ['a serious hazard', { hazard: 'CLINICAL_SAFETY' }, 'TIGHTENED'],
    ['evidence that ends sooner', { evidenceValidDays: 90 }, 'TIGHTENED'],
    ['evidence that ends later', { evidenceValidDays: null }, 'REWORDED'],
  ] as const)('a change of %s', (_, over, kind) => {
    expect(kindOfChange(one(), one(over))).toBe(kind)
  })

  it('DIFF_INCOMPLETE until each old one goes one way and each new one comes from somewhere', () => {
    const [a, b] = [one(), one({ id: 'S1/B' })]
    const gaps = (difference: RequirementChange[]) => gapsOfDifference([old()], [a, b], difference)
    expect(gaps([])).toHaveLength(3)
    expect(gaps([change('SAME', 'S1/A', 'S1/A')])).toEqual(['S1/B is not classified'])
    expect(gaps([change('SAME', 'S1/A', 'S1/A'), change('NEW', 'S1/B', null)])).toEqual([])
    expect(gaps([change('SAME', 'S1/A', 'S1/A'), change('REWORDED', 'S1/B', 'S1/A')])).toHaveLength(1)
    expect(gaps([change('REMOVED', null, 'S1/A'), change('NEW', 'S1/A', null), change('NEW', 'S1/B', null)])).toEqual(
      [],
    )
  })

  it('what asks more is never called the same or only reworded', () => {
    const stricter = [one({ level: 'MUST' })]
    for (const kind of ['SAME', 'REWORDED'] as const)
      expect(gapsOfDifference([old()], stricter, [change(kind, 'S1/A', 'S1/A')])[0]).toMatch(/^S1\/A is not/)
    expect(gapsOfDifference([old()], stricter, [change('TIGHTENED', 'S1/A', 'S1/A')])).toEqual([])
  })

  it('two old ones that become one can only be tightened', () => {
    const both = [old(), old({ id: 'S1/B' })]
    const merged = (kind: RequirementChange['kind']) => [
      change(kind, 'S1/A', 'S1/A'),
      change('TIGHTENED', 'S1/A', 'S1/B'),
    ]
    expect(gapsOfDifference(both, [one()], merged('SAME'))).toHaveLength(1)
    expect(gapsOfDifference(both, [one()], merged('TIGHTENED'))).toEqual([])
  })

  const requirement = fc.record({
    id: fc.constantFrom('S1/A', 'S1/B', 'S1/C', 'S1/D'),
    text: fc.constantFrom('x', 'y'),
    level: fc.constantFrom('MUST' as const, 'SHOULD' as const),
    method: fc.constantFrom('DOCUMENT' as const, 'MACHINE' as const),
  })
  const some = fc.uniqueArray(requirement, { selector: (r) => r.id, maxLength: 4 })

  it('what the machine proposes is always total, and comes back from its form as it was', () =>
    fc.assert(
      fc.property(some, some, (before, after) => {
        const [olds, news] = [before.map(old), after.map(one)]
        const proposed = proposeDifference(olds, news)
        expect(gapsOfDifference(olds, news, proposed)).toEqual([])
        const form = new FormData()
        for (const c of proposed)
          if (c.fromVersionId)
            form.append(`from-${c.fromVersionId}/${c.fromRequirementId}`, `${c.kind} ${c.requirementId ?? ''}`.trim())
          else form.append(`new-${c.requirementId}`, 'NEW')
        expect(readDifference(form)).toEqual(proposed)
      }),
    ))
})
