import { expect, it } from 'vitest'
import { likePattern } from './like-pattern'

it('what was typed is text, not a pattern', () => {
  expect(likePattern('Riverside')).toBe('%Riverside%')
  expect(likePattern('100 %_\\')).toBe('%100 \\%\\_\\\\%')
})
