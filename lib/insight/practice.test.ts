import { describe, expect, it } from 'vitest'
import { inMixedCase } from './practice'

describe('names of the register', () => {
  it.each([
    ['THE DENSHAM SURGERY', 'The Densham Surgery'],
    ['STOCKTON ON TEES', 'Stockton on Tees'],
    ["ST MARY'S GP (NORTH)", "St Mary's GP (North)"],
    ['STOW-ON-THE-WOLD PCN', 'Stow-On-The-Wold PCN'],
    ['Riverside Surgery', 'Riverside Surgery'],
    ['', ''],
  ])('%s → %s', (given, words) => {
    expect(inMixedCase(given)).toBe(words)
  })
})
