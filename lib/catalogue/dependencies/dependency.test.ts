import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roles } from '@/lib/identity/roles'
import { system, visitor } from '@/lib/platform/actor'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { actorWith } from '@/lib/testing/context'
import {
  contradictionOf,
  type Dependency,
  dependenciesOf,
  namedModules,
  neededCapabilities,
  saidOf,
} from './dependency'
import { claimKey, claimStateWords, isBacked, stateOf } from './dependency-claim'
import { dependencyMachine } from './dependency-machine'
import { mayAnswerClaim, mayProveClaim, maySeeClaim } from './dependency-policy'
import { answerDependencyInput } from './dependency-schema'

const ids = ['A', 'B', 'C', 'D']

describe('DEP-1 what a text says of others', () => {
  it('is read from the older lists and from the newer one alike, each once', () => {
    const text = {
      requires: ['C13', 'C5'],
      worksWith: ['A'],
      conflicts: ['B'],
      dependencies: [
        { relation: 'requires' as const, capabilityId: 'C5', note: 'For the diary' },
        { relation: 'requires' as const, moduleIds: ['C', 'D'], minimumVersion: '2.0.0' },
      ],
    }
    expect(dependenciesOf(text)).toEqual([
      { relation: 'requires', capabilityId: 'C13' },
      ...text.dependencies,
      { relation: 'works-with', moduleIds: ['A'] },
      { relation: 'conflicts', moduleIds: ['B'] },
    ])
    expect(namedModules(text)).toEqual(['C', 'D', 'A', 'B'])
    expect(neededCapabilities(text)).toEqual(['C13', 'C5'])
    expect(saidOf(text, 'D')).toEqual([text.dependencies[1]])
  })

  it('contradicts itself exactly where one module is itself, named twice alike, or both refused and wanted', () => {
    const said = fc.record({
      relation: fc.constantFrom('requires' as const, 'works-with' as const, 'conflicts' as const),
      moduleIds: fc.subarray(ids, { minLength: 1 }),
    })
    fc.assert(
      fc.property(fc.array(said, { maxLength: 5 }), (all: Dependency[]) => {
        let wrong = all.some((d) => d.moduleIds!.includes('D'))
        for (const [i, a] of all.entries())
          for (const b of all.slice(i + 1))
            for (const id of ids) {
              if (!a.moduleIds!.includes(id) || !b.moduleIds!.includes(id)) continue
              if (a.relation === b.relation || a.relation === 'conflicts' || b.relation === 'conflicts') wrong = true
            }
        expect(contradictionOf(all, 'D') !== undefined).toBe(wrong)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a claim about a module of another supplier', () => {
  it('moves by the other supplier’s word, by a test, or by a new text', () => {
    expect(edgesOf(dependencyMachine).map((e) => `${e.state} ${e.command} ${e.to}`)).toEqual([
      'claimed confirm confirmed',
      'claimed dispute disputed',
      'claimed prove proven',
      'claimed claim-again claimed',
      'claimed drop dropped',
      'confirmed dispute disputed',
      'confirmed prove proven',
      'confirmed claim-again claimed',
      'confirmed drop dropped',
      'disputed confirm confirmed',
      'disputed prove proven',
      'disputed claim-again claimed',
      'disputed drop dropped',
      'proven claim-again claimed',
      'proven drop dropped',
      'dropped claim-again claimed',
    ])
    expect(unreachableStates(dependencyMachine, 'claimed')).toEqual([])
    expect(Object.keys(claimStateWords).sort()).toEqual(Object.keys(dependencyMachine).sort())
  })

  it('is never better than claimed where nobody answered exactly that', () => {
    const said = { moduleId: 'A', targetId: 'B', relation: 'requires' as const, minimumVersion: '2.0.0' }
    const claim = { state: 'confirmed' as const, minimumVersion: '2.0.0', reason: null, changedAt: new Date(0) }
    const claims = { [claimKey(said)]: claim }
    expect(stateOf({}, said)).toBe('claimed')
    expect(stateOf(claims, said)).toBe('confirmed')
    expect(stateOf(claims, { ...said, minimumVersion: null })).toBe('claimed')
    expect(stateOf(claims, { ...said, moduleId: 'B', targetId: 'A' })).toBe('claimed')
    expect(Object.keys(claimStateWords).filter((state) => isBacked(state as never))).toEqual(['confirmed', 'proven'])
  })

  it.each(Object.keys(roles))('%s answers for their own supplier at most', (role) => {
    const claim = { targetSupplierId: 'ours' }
    const isWriter = role === 'supplier-editor' || role === 'supplier-signatory'
    expect(mayAnswerClaim(actorWith('p', { role, organisationId: 'ours' }), claim).allowed).toBe(isWriter)
    expect(maySeeClaim(actorWith('p', { role, organisationId: 'theirs' }), claim)).toBe(false)
    expect(mayProveClaim(actorWith('p', { role, organisationId: 'ours' })).allowed).toBe(false)
  })

  it('only the portal itself proves; a visitor answers nothing', () => {
    expect(mayProveClaim(system).allowed).toBe(true)
    expect([mayProveClaim(visitor).allowed, maySeeClaim(visitor, { targetSupplierId: 'ours' })]).toEqual([false, false])
  })

  it('is disputed with a reason of 20 to 1,000 characters, and confirmed without one', () => {
    const answer = (verdict: string, reason: string) =>
      answerDependencyInput.safeParse({ id: '11111111-1111-4111-8111-111111111111', version: '1', verdict, reason })
        .success
    expect([answer('confirm', ''), answer('dispute', 'x'.repeat(19)), answer('dispute', 'x'.repeat(20))]).toEqual([
      true,
      false,
      true,
    ])
    expect([answer('dispute', 'x'.repeat(1001)), answer('prove', '')]).toEqual([false, false])
  })
})
