import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { edgesOf } from '@/lib/platform/machine'
import { declarationStateWords } from './declaration'
import { declarationMachine } from './declaration-machine'
import { mayDecideDeclaration, mayDeclare, mayReadDeclarations } from './declaration-policy'

const actor = (...grants: [string, string][]) => ({
  ...visitor,
  kind: 'person' as const,
  grants: grants.map(([role, organisationId]) => ({ role, organisationId, limitPence: null })),
})

describe('a declaration', () => {
  it('moves only out of the authority’s hands', () => {
    expect(edgesOf(declarationMachine).map((e) => `${e.state} ${e.command} ${e.to}`)).toEqual([
      'in-review clear passed',
      'in-review reject failed',
    ])
    expect(Object.keys(declarationStateWords).sort()).toEqual(Object.keys(declarationMachine).sort())
  })

  it.each([
    ['a visitor', [], false, false, false],
    ['a signatory', [['supplier-signatory', 's']], true, true, false],
    ['an editor', [['supplier-editor', 's']], true, false, false],
    ['another supplier’s signatory', [['supplier-signatory', 'other']], false, false, false],
    ['a practice manager', [['practice-manager', 'p']], false, false, false],
    ['a curator', [['curator', 'a']], false, false, false],
    ['a reviewer', [['reviewer', 'a']], true, false, true],
    [
      'a reviewer with a role in the supplier',
      [
        ['reviewer', 'a'],
        ['supplier-editor', 's'],
      ],
      true,
      false,
      false,
    ],
  ] as const)('%s', (_, grants, reads, declares, decides) => {
    const who = actor(...(grants as unknown as [string, string][]))
    expect(mayReadDeclarations(who, 's')).toBe(reads)
    expect(mayDeclare(who, 's').allowed).toBe(declares)
    expect(mayDecideDeclaration(who, 's').allowed).toBe(decides)
  })
})
