import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '@/lib/platform/days'
import { met, moduleFacts, nonConformity, plan } from '@/lib/testing/assurance-facts'
import type { ModuleFacts } from '../facts'
import { factsKnownOn } from '../facts-known-on'
import { labelOf } from '../label-rules'
import { conformanceHistory } from './conformance-history-rules'

const [from, to] = ['2025-12-01', '2027-03-01']
const words = (facts: ModuleFacts) => conformanceHistory(facts, from, to).map((s) => [s.from, s.label.words])

describe('the conformance of a module over the years', () => {
  it('has a stretch for each label, from its first day', () => {
    expect(words(moduleFacts())).toEqual([
      ['2025-12-01', 'Not assessed'],
      ['2026-01-01', 'Not assessed (2 gaps)'],
      ['2026-01-10', 'Conformant'],
      ['2026-07-14', 'Conformant until 10 January 2027'],
      ['2027-01-11', 'Not conformant (lapsed)'],
    ])
  })

  it('shows each day as it was shown then: what was recorded later begins later', () => {
    const late = { ...met('A', { id: 'late', outcome: 'NOT_MET', on: '2026-02-01', seq: 9 }), knownOn: '2026-03-01' }
    const facts = moduleFacts({ findings: [met('A'), met('B'), late] })
    expect(words(facts)).toContainEqual(['2026-03-01', 'Not conformant'])
    expect(words(facts).map(([day]) => day)).not.toContain('2026-02-01')
  })

  it('changes when a plan is accepted', () => {
    const nonConformities = [{ ...nonConformity('A', [plan('WORK_OFF')]), determinedOn: '2026-03-02' }]
    expect(words(moduleFacts({ nonConformities }))).toContainEqual([
      '2026-04-20',
      'Conformant with work-off (1, next due 30 September 2026)',
    ])
  })

  it('is the label of every single day, found day by day', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(400), fc.nat(60), fc.constantFrom('MET' as const, 'NOT_MET' as const)), {
          maxLength: 4,
        }),
        fc.option(fc.nat(400)),
        (found, opened) => {
          const findings = found.map(([n, lag, outcome], i) => {
            const on = addDays(from, n)
            return { ...met('A', { id: `f${i}`, on, seq: i, outcome, validUntil: null }), knownOn: addDays(on, lag) }
          })
          const nc = { ...nonConformity('A', [plan('WORK_OFF')]), determinedOn: addDays(from, opened ?? 0) }
          const facts = moduleFacts({
            findings: [...findings, met('B')],
            nonConformities: opened === null ? [] : [nc],
          })
          const history = conformanceHistory(facts, from, to)
          for (let day = from; day <= to; day = addDays(day, 1)) {
            const shown = history.find((s) => s.from <= day && day <= s.to)!
            expect(shown.label.words).toBe(labelOf(factsKnownOn(facts, day), day).words)
          }
        },
      ),
      { numRuns: 60 },
    ))
})
