import { describe, expect, it } from 'vitest'
import { pageMemory } from './page-memory'

describe('the memory that the embedded database keeps pages in', () => {
  it.each([
    [0.5, 128],
    [1, 128],
    [2, 256],
    [4, 512],
    [8, 1_024],
    [64, 1_024],
  ])('of a machine of %d GiB: %d MiB', (gib, mib) => expect(pageMemory(gib * 2 ** 30)).toBe(mib))
})
