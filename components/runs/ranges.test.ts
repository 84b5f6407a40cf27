import { describe, expect, it } from 'vitest'
import { ranges } from './ranges'

describe('numbers of requests', () => {
  it('stand as ranges, each once, whatever their order', () => {
    expect(ranges([])).toBe('')
    expect(ranges([7])).toBe('7')
    expect(ranges([93, 1, 53, 54, 55, 55, 2])).toBe('1, 2, 53–55, 93')
  })
})
