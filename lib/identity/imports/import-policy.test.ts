import { describe, expect, it } from 'vitest'
import { roles } from '@/lib/identity/roles'
import { system, visitor } from '@/lib/platform/actor'
import { actorWith } from '@/lib/testing/context'
import { mayImport } from './import-policy'

describe('who may import public files', () => {
  it.each(Object.keys(roles))('%s', (role) => {
    const decision = mayImport(actorWith('p1', { role, organisationId: 'o1' }))
    expect(decision.allowed).toBe(role === 'curator')
    if (!decision.allowed) expect(decision.because).toContain('curator')
  })

  it('the command line and the seed act as the system; a visitor may not', () => {
    expect(mayImport(system).allowed).toBe(true)
    expect(mayImport(visitor).allowed).toBe(false)
  })
})
