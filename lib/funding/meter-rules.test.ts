import { describe, expect, it } from 'vitest'
import { availablePence } from './funding-request'
import { meterOf } from './meter-rules'

const line = {
  id: 'l',
  organisationId: 'p',
  stream: 'GPIT',
  year: 2026,
  allocatedPence: 1_000n,
  reservedPence: 300n,
  committedPence: 200n,
  spentPence: 100n,
}
const slice = (
  state: 'reserved' | 'committed' | 'part-spent' | 'spent' | 'released',
  pence: bigint,
  spentPence = 0n,
) => ({
  budgetLineId: 'l',
  stream: 'GPIT',
  year: 2026,
  pence,
  spentPence,
  rolledPence: 0n,
  state,
})

describe('P3: what this request holds of a line', () => {
  it.each([
    ['reserved', slice('reserved', 250n), [100n, 200n, 50n, 250n]],
    ['committed', slice('committed', 150n), [100n, 50n, 300n, 150n]],
    ['part spent', slice('part-spent', 150n, 40n), [100n, 90n, 300n, 110n]],
    ['spent', slice('spent', 100n, 100n), [100n, 200n, 300n, 0n]],
    ['released', slice('released', 100n), [100n, 200n, 300n, 0n]],
  ])('%s: the parts and what is left are the allocation', (_, own, pence) => {
    const parts = meterOf({ slices: [own, { ...own, budgetLineId: 'another' }] }, line)
    expect(parts.map((part) => part.pence)).toEqual(pence)
    expect(parts.reduce((sum, part) => sum + part.pence, availablePence(line))).toBe(line.allocatedPence)
  })
})
