import { describe, expect, it } from 'vitest'
import { moduleFacts, requirement } from '@/lib/testing/assurance-facts'
import type { Requirement, StandardVersion } from '../facts'
import { previewRefresh, type RefreshModule } from './preview-rules'

const [base] = moduleFacts().standards
const carried = (id: string, kind: 'SAME' | 'REWORDED'): Requirement => ({
  ...requirement(id),
  carriedFrom: [{ kind, standardVersionId: 'v1', requirementId: id }],
})
/** The oracle of §8: MINOR, effective 2026-04-01, ends 06-30. */
const version = (requirements: Requirement[]): StandardVersion => ({
  ...base!.versions[0]!,
  id: 'v2',
  version: '1.1.0',
  asserted: null,
  publishedOn: '2026-03-10',
  effectiveOn: '2026-04-01',
  transitionEndsOn: '2026-06-30',
  requirements,
})
const one = (moduleVersionId: string, over = {}): RefreshModule => ({
  facts: moduleFacts({ moduleVersionId, ...over }),
  name: moduleVersionId,
  supplierId: `supplier of ${moduleVersionId}`,
  supplier: 'A supplier',
})
const usage = {
  contracts: [
    { id: 'c1', moduleVersionId: 'm1', practiceId: 'p1' },
    { id: 'c2', moduleVersionId: 'm1', practiceId: 'p2' },
    { id: 'c3', moduleVersionId: 'm2', practiceId: 'p2' },
  ],
  patients: { p1: 9_000, p2: 4_000 },
  practiceCount: 40,
}

describe('RF-02 the preview', () => {
  it('Oracle of §8: r1 SAME, r2 REWORDED: must act', () => {
    const preview = previewRefresh([one('m1')], version([carried('A', 'SAME'), carried('B', 'REWORDED')]), usage)
    expect(preview.days).toEqual(['2026-03-10', '2026-04-01', '2026-07-01'])
    expect(preview.modules).toMatchObject([{ effect: 'must-act' }])
    expect(preview.modules[0]!.labels.at(-1)).toEqual({
      day: '2026-07-01',
      without: 'Conformant',
      with: 'Not conformant (lapsed)',
    })
    expect(preview.lapsingShare).toBe(0)
  })

  it('Oracle of §8: with r4 NEW it lapses; who uses it is counted once, under the worst', () => {
    const r4 = version([carried('A', 'SAME'), carried('B', 'REWORDED'), requirement('D')])
    const unlisted = one('m3', { decisions: [] })
    const preview = previewRefresh([one('m1'), one('m2', { findings: [] }), unlisted], r4, usage)
    expect(preview.modules.map((m) => [m.name, m.effect])).toEqual([
      ['m1', 'lapses'],
      ['m2', 'unaffected'],
    ])
    expect(preview.counts).toMatchObject({
      lapses: { modules: 1, suppliers: 1, contracts: 2, practices: 2, patients: 13_000 },
      'must-act': { modules: 0, practices: 0 },
      unaffected: { modules: 1, contracts: 1, practices: 0, patients: 0 },
    })
    expect(preview.lapsingShare).toBe(0.05)
  })

  it('all SAME affects nobody, and a standard that does not apply neither', () => {
    const same = version([carried('A', 'SAME'), carried('B', 'SAME')])
    expect(previewRefresh([one('m1')], same, usage).modules[0]!.effect).toBe('unaffected')
    const standards = [{ ...base!, capabilityIds: ['C99'] }]
    expect(previewRefresh([one('m1', { standards })], version([requirement('D')]), usage).modules[0]!.effect).toBe(
      'unaffected',
    )
  })
})
