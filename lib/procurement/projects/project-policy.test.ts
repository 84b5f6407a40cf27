import { describe, expect, it } from 'vitest'
import { roles } from '@/lib/identity/roles'
import { visitor } from '@/lib/platform/actor'
import { actorWith } from '@/lib/testing/context'
import { mayRunProject, maySeeProject } from './project-policy'

const project = { organisationId: 'buyer', practices: [{ practiceId: 'named' }] }
const runs = ['practice-manager', 'gp-partner', 'funding-requester']

describe('who runs and who reads a project', () => {
  it.each(Object.keys(roles))('%s', (role) => {
    const [own, named, other] = ['buyer', 'named', 'other'].map((organisationId) =>
      actorWith('p', { role, organisationId }),
    )
    expect(mayRunProject(own!, project).allowed).toBe(runs.includes(role))
    expect([mayRunProject(named!, project).allowed, mayRunProject(other!, project).allowed]).toEqual([false, false])
    expect([own!, named!, other!].map((actor) => maySeeProject(actor, project))).toEqual([true, true, false])
  })

  it('a visitor neither runs nor reads one', () => {
    expect(mayRunProject(visitor, project).allowed).toBe(false)
    expect(maySeeProject(visitor, project)).toBe(false)
  })
})
