import { describe, expect, it } from 'vitest'
import { roles } from '@/lib/identity/roles'
import { visitor } from '@/lib/platform/actor'
import { actorWith } from '@/lib/testing/context'
import { mayAskForPlan, mayComputePlan, maySeePlan } from '../plans/plan-run-policy'
import { buyerRoles } from '../shortlist-policy'
import { mayEditNeeds, maySeeNeeds } from './needs-profile-policy'

const profile = { organisationId: 'ours', sharedWithId: null }
const shared = { organisationId: 'ours', sharedWithId: 'payer' }

describe('who states needs and asks for plans', () => {
  it.each(Object.keys(roles))('%s', (role) => {
    const ours = actorWith('p', { role, organisationId: 'ours' })
    const payer = actorWith('p', { role, organisationId: 'payer' })
    const theirs = actorWith('p', { role, organisationId: 'theirs' })
    const isBuyer = (buyerRoles as readonly string[]).includes(role)
    for (const may of [mayEditNeeds, mayAskForPlan]) {
      expect(may(ours, profile).allowed).toBe(isBuyer)
      expect(may(payer, shared).allowed).toBe(false)
      expect(may(theirs, shared).allowed).toBe(false)
    }
    for (const maySee of [maySeeNeeds, maySeePlan]) {
      expect(maySee(ours, profile)).toBe(true)
      expect(maySee(payer, profile)).toBe(false)
      expect(maySee(payer, shared)).toBe(true)
      expect(maySee(theirs, shared)).toBe(false)
    }
    expect(mayComputePlan(ours).allowed).toBe(false)
  })

  it('a visitor sees and does nothing', () => {
    expect(maySeeNeeds(visitor, shared)).toBe(false)
    expect(mayEditNeeds(visitor, { organisationId: null }).allowed).toBe(false)
    expect(mayComputePlan(visitor).allowed).toBe(false)
  })
})
