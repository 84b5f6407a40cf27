import { describe, expect, it } from 'vitest'
import { loadDefinitions } from './definitions'
import { seed, seedNhsNumbers } from './seed'
import { problemsOf } from './validate-resource'

describe('RP-02: the seed', () => {
  it('is valid, resource by resource, and twenty-five slots long', () => {
    loadDefinitions()
    const resources = seed(new Date('2026-11-29T12:00:00Z'))
    for (const resource of resources) expect([resource.id, problemsOf(resource)]).toEqual([resource.id, []])
    expect(resources.filter((one) => one.resourceType === 'Slot').length).toBe(25)
    expect(seedNhsNumbers).toEqual(['9000000009', '9000000017', '9000000025', '9000000033'])
  })
})
