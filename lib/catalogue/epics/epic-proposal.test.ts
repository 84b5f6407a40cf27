import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { epicProposalStateWords, nextEpicId } from './epic-proposal'
import { epicProposalMachine } from './epic-proposal-machine'

describe('CAP-3: a supplier’s own epic', () => {
  it('gets S and five digits, after the greatest that is taken', () => {
    expect(nextEpicId([])).toBe('S00001')
    expect(nextEpicId(['S00002', 'S00041', 'S020X01E05', 'E00109'])).toBe('S00042')
    expect(() => nextEpicId(['S99999'])).toThrow()
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 99_998 })), (numbers) => {
        const taken = numbers.map((n) => `S${String(n).padStart(5, '0')}`)
        const id = nextEpicId(taken)
        expect(id).toMatch(/^S\d{5}$/)
        expect(taken).not.toContain(id)
      }),
      { numRuns: 1000 },
    )
  })

  it('moves once, out of the authority’s or the supplier’s hand', () => {
    expect(edgesOf(epicProposalMachine).map((e) => `${e.state} ${e.command} ${e.to}`)).toEqual([
      'proposed activate activated',
      'proposed refuse refused',
      'proposed withdraw withdrawn',
    ])
    expect(unreachableStates(epicProposalMachine, 'proposed')).toEqual([])
    expect(Object.keys(epicProposalStateWords).sort()).toEqual(Object.keys(epicProposalMachine).sort())
  })
})
