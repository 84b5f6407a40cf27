import { describe, expect, it } from 'vitest'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { actorWith } from '@/lib/testing/context'
import { mayEndGrant, mayInvite } from './person-policy'
import { isRole, mayBeHeldIn, type Role, roles, roleTitle } from './roles'

const every = Object.keys(roles) as Role[]
const holder = (role: string): Actor => actorWith('me', { role, organisationId: 'o' })

describe('who may give and take roles', () => {
  it.each(every)('%s', (role) => {
    expect(mayInvite(holder(role)).allowed).toBe(role === 'curator')
    expect(mayEndGrant(holder(role), { role: 'officer', personId: 'other' }).allowed).toBe(role === 'curator')
  })

  it('neither a visitor nor the portal itself', () => {
    for (const actor of [visitor, system]) {
      expect(mayInvite(actor)).toMatchObject({ allowed: false, because: expect.stringContaining('curator') })
      expect(mayEndGrant(actor, { role: 'officer', personId: 'other' }).allowed).toBe(false)
    }
  })

  it.each([
    ['curator', 'me', false],
    ['curator', 'other', true],
    ['officer', 'me', true],
  ] as const)('a curator takes the role of %s from "%s": %s', (role, personId, allowed) => {
    expect(mayEndGrant(holder('curator'), { role, personId }).allowed).toBe(allowed)
  })
})

describe('roles', () => {
  it('are the ones that are listed, and no word that every object knows', () => {
    expect(every.every(isRole)).toBe(true)
    for (const word of ['constructor', 'toString', '__proto__', 'hasOwnProperty', '', 'Curator'])
      expect(isRole(word)).toBe(false)
  })

  it('have a title each, all different; a former role is called by its id', () => {
    expect(new Set(every.map(roleTitle)).size).toBe(every.length)
    expect(roleTitle('former-role')).toBe('former-role')
  })

  it('are each held in a kind of organisation that exists', () => {
    const kinds = new Set(every.map((role) => roles[role].heldIn))
    expect([...kinds].sort()).toEqual(['authority', 'commissioner', 'practice', 'supplier'])
  })

  it('about money are held in a practice too, where it pays for itself; asking is its manager’s already', () => {
    const inPractice = every.filter((role) => mayBeHeldIn(role, 'practice'))
    expect(inPractice.toSorted()).toEqual([
      'finance-officer',
      'funding-approver',
      'funding-recommender',
      'gp-partner',
      'practice-manager',
    ])
    expect(mayBeHeldIn('funding-approver', 'supplier')).toBe(false)
  })
})
