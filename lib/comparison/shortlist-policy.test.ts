import { describe, expect, it } from 'vitest'
import { roles } from '@/lib/identity/roles'
import { visitor } from '@/lib/platform/actor'
import { actorWith } from '@/lib/testing/context'
import { buyerRoles, mayKeepShortlist, maySeeShortlist } from './shortlist-policy'

const shortlist = { organisationId: 'ours' }

describe('who keeps shortlists', () => {
  it.each(Object.keys(roles))('%s', (role) => {
    const ours = actorWith('p', { role, organisationId: 'ours' })
    const theirs = actorWith('p', { role, organisationId: 'theirs' })
    expect(mayKeepShortlist(ours, shortlist).allowed).toBe((buyerRoles as readonly string[]).includes(role))
    expect(maySeeShortlist(ours, shortlist)).toBe(true)
    expect(mayKeepShortlist(theirs, shortlist).allowed).toBe(false)
    expect(maySeeShortlist(theirs, shortlist)).toBe(false)
  })

  it('a visitor neither sees nor keeps any', () => {
    expect(mayKeepShortlist(visitor, shortlist).allowed).toBe(false)
    expect(mayKeepShortlist(visitor, { organisationId: null }).allowed).toBe(false)
    expect(maySeeShortlist(visitor, shortlist)).toBe(false)
  })
})
