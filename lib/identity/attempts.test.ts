import { expect, it } from 'vitest'
import { noon } from '@/lib/testing/context'
import { mayAttempt } from './attempts'

it('one network address has a hundred attempts in five minutes, and holds up no other', () => {
  const tries = Array.from({ length: 101 }, () => mayAttempt('192.0.2.1', noon))
  expect(tries.filter(Boolean)).toHaveLength(100)
  expect(tries.at(-1)).toBe(false)
  expect(mayAttempt('192.0.2.2', noon)).toBe(true)
  expect(mayAttempt('192.0.2.1', new Date(noon.getTime() + 5 * 60_000 + 1))).toBe(true)
})
