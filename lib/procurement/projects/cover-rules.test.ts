import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cheapestSets, superfluous, uncovered } from './cover-rules'

const entry = (id: string, capabilityIds: string[], termPence: bigint | null = 100n) => ({
  id,
  capabilityIds,
  termPence,
})

describe('sets that cover a need', () => {
  it('name what is open and who is one too many', () => {
    const [a, b, both] = [entry('a', ['C1']), entry('b', ['C2']), entry('both', ['C1', 'C2'])]
    expect(uncovered(['C1', 'C2', 'C3'], [a, b])).toEqual(['C3'])
    expect(superfluous(['C1', 'C2'], [a, b])).toEqual([])
    expect(superfluous(['C1', 'C2'], [a, both])).toEqual([a])
  })

  it('COM-7: the whole cost decides: two cheap modules before one dear one, and the other way about', () => {
    const parts = [entry('a', ['C1'], 100n), entry('b', ['C2'], 100n)]
    const sets = (whole: bigint) => cheapestSets(['C1', 'C2'], [...parts, entry('w', ['C1', 'C2'], whole)], 5)
    expect(sets(201n).map(({ entryIds }) => entryIds)).toEqual([['a', 'b'], ['w']])
    expect(sets(199n).map(({ entryIds }) => entryIds)).toEqual([['w'], ['a', 'b']])
    expect(sets(200n)[0]!.entryIds).toEqual(['w'])
  })

  it('leave out what has no price of its own, and are none where something is covered by nothing', () => {
    expect(cheapestSets(['C1'], [entry('a', ['C1'], null)], 5)).toEqual([])
    expect(cheapestSets(['C1', 'C2'], [entry('a', ['C1'])], 5)).toEqual([])
  })

  it('the first is the cheapest of all there are, as trying every set shows', () => {
    const capabilities = ['A', 'B', 'C', 'D']
    const some = fc.array(
      fc.record({
        capabilityIds: fc.subarray(capabilities),
        termPence: fc.oneof(fc.bigInt({ min: 0n, max: 9n }), fc.constant(null)),
      }),
      { maxLength: 8 },
    )
    fc.assert(
      fc.property(fc.subarray(capabilities, { minLength: 1 }), some, (needed, made) => {
        const entries = made.map((one, i) => ({ id: `e${i}`, ...one }))
        const priced = entries.filter(({ termPence }) => termPence !== null)
        const costs = Array.from({ length: 2 ** priced.length }, (_, mask) => priced.filter((_, i) => mask & (2 ** i)))
          .filter((set) => uncovered(needed, set).length === 0)
          .map((set) => set.reduce((sum, { termPence }) => sum + termPence!, 0n))
        const least = costs.reduce<bigint | undefined>((a, b) => (a === undefined || b < a ? b : a), undefined)
        const sets = cheapestSets(needed, entries, 3)
        expect(sets[0]?.termPence).toBe(least)
        for (const { entryIds } of sets) {
          const of = entryIds.map((id) => entries.find((one) => one.id === id)!)
          expect([uncovered(needed, of), superfluous(needed, of)]).toEqual([[], []])
        }
      }),
    )
  })

  it('sixteen capabilities and a hundred matches are weighed at once', () => {
    const needed = Array.from({ length: 16 }, (_, i) => `C${i}`)
    const many = Array.from({ length: 100 }, (_, i) =>
      entry(
        `e${i}`,
        [needed[i % 16]!, needed[(i * 7) % 16]!, needed[(i * 3 + 5) % 16]!],
        BigInt(100 + ((i * 37) % 91)),
      ),
    )
    const begun = performance.now()
    expect(
      uncovered(
        needed,
        cheapestSets(needed, many, 5)[0]!.entryIds.map((id) => many.find((e) => e.id === id)!),
      ),
    ).toEqual([])
    expect(performance.now() - begun).toBeLessThan(5_000)
  })
})
