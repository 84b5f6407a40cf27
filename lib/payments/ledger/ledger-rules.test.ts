import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LedgerEntry } from './ledger'
import { postingHash, postingProblem, reversedEntries } from './ledger-rules'

const cash = (pence: bigint): LedgerEntry => ({ account: 'cash', organisationId: null, pence })
const held = (pence: bigint): LedgerEntry => ({ account: 'cashHeld', organisationId: 'p', pence })

describe('M5: a posting', () => {
  it('balances', () => expect(postingProblem([cash(5n), held(-5n)])).toBeUndefined())
  it.each([
    ['one entry', [cash(5n)]],
    ['a penny too much', [cash(5n), held(-4n)]],
    ['an entry of nothing', [cash(5n), held(-5n), cash(0n)]],
    ['a payer’s account without a payer', [cash(5n), { ...held(-5n), organisationId: null }]],
    ['cash that belongs to somebody', [{ ...cash(5n), organisationId: 'p' }, held(-5n)]],
  ])('is refused: %s', (_, entries) => expect(postingProblem(entries)).toBeTypeOf('string'))

  it('is taken back to nothing, whatever it was', () =>
    fc.assert(
      fc.property(fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 9 }), (sums) => {
        const entries = [...sums.map(cash), held(-sums.reduce((a, b) => a + b, 0n))]
        expect(postingProblem(entries)).toBeUndefined()
        expect(postingProblem([...entries, ...reversedEntries(entries)])).toBeUndefined()
      }),
      { numRuns: 1_000 },
    ))
})

it('M6: another sum, account or kind is another body', () => {
  const posting = { key: 'k', kind: 'money-in', about: { type: 'Invoice', id: 'i' }, entries: [cash(5n), held(-5n)] }
  const hashes = [
    posting,
    { ...posting, kind: 'other' },
    { ...posting, entries: [cash(6n), held(-6n)] },
    { ...posting, about: { type: 'Invoice', id: 'j' } },
    { ...posting, reversesId: 't' },
  ].map(postingHash)
  expect(new Set(hashes).size).toBe(5)
  expect(postingHash({ ...posting, key: 'other' })).toBe(hashes[0])
})
