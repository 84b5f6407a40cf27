import { describe, expect, it } from 'vitest'
import { actorWith } from '@/lib/testing/context'
import { appealMachine, appealStateWords } from './appeal-machine'
import { mayAppeal } from './appeal-policy'
import { againstAppeal } from './appeal-rules'

describe('DE-03 an appeal', () => {
  it.each([
    ['2026-03-11', '2026-03-12', false, undefined],
    ['2026-03-12', '2026-03-12', false, undefined],
    ['2026-03-13', '2026-03-12', false, 'The last day to appeal was 12 March 2026'],
    ['2026-03-12', '2026-03-12', true, 'An appeal against this decision has been lodged already'],
    ['2026-03-12', null, false, 'This decision is not adverse: there is nothing to appeal against'],
  ] as const)('CL-10 on %s, until %s, appealed %s: %s', (today, appealUntil, appealed, because) => {
    expect(againstAppeal({ appealUntil, appealed }, today)).toBe(because)
  })

  it.each([
    ['supplier-signatory', 's', true],
    ['supplier-editor', 's', false],
    ['supplier-signatory', 'other', false],
    ['officer', 's', false],
  ] as const)('a %s of %s may: %s', (role, organisationId, allowed) => {
    expect(mayAppeal(actorWith('a', { role, organisationId }), { supplierId: 's' }).allowed).toBe(allowed)
  })

  it('ends once, and every state has its words', () => {
    expect(Object.keys(appealStateWords)).toEqual(Object.keys(appealMachine))
    expect([appealMachine.upheld, appealMachine.dismissed]).toEqual([{}, {}])
  })
})
