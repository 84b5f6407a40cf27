import { describe, expect, it } from 'vitest'
import { actorWith } from '@/lib/testing/context'
import type { CallOff } from './call-off'
import { mayPrepareCallOff, mayRefuseCallOff, maySeeCallOff, maySignCallOff } from './call-off-policy'

const callOff = (given: Partial<CallOff> = {}) =>
  ({
    practiceId: 'practice',
    payerId: 'payer',
    supplierId: 'supplier',
    state: 'signing',
    totalPence: 100n,
    optionPence: 0n,
    termsHash: 'h',
    signatures: [],
    ...given,
  }) as unknown as CallOff
const signed = (side: string, personId: string, termsHash = 'h') =>
  ({ side, personId, organisationId: side, termsHash, at: new Date(0) }) as CallOff['signatures'][number]
const manager = actorWith('m', { role: 'practice-manager', organisationId: 'practice' })
const approver = actorWith('a', { role: 'funding-approver', organisationId: 'payer', limitPence: 100n })
const signatory = actorWith('s', { role: 'supplier-signatory', organisationId: 'supplier' })
const editor = actorWith('e', { role: 'supplier-editor', organisationId: 'supplier' })
const stranger = actorWith('x', { role: 'practice-manager', organisationId: 'elsewhere' })

describe('who sees a call-off', () => {
  it.each([
    ['manager', manager, 'draft', true],
    ['payer', approver, 'draft', false],
    ['payer', approver, 'awaiting-funding', true],
    ['supplier', signatory, 'funded', false],
    ['supplier', signatory, 'signing', true],
    ['supplier editor', editor, 'signed', true],
    ['stranger', stranger, 'signed', false],
  ] as const)('%s %# in %s', (_, actor, state, sees) => expect(maySeeCallOff(actor, callOff({ state }))).toBe(sees))
})

describe('who signs', () => {
  const both = actorWith(
    'b',
    { role: 'funding-approver', organisationId: 'payer', limitPence: 100n },
    { role: 'supplier-signatory', organisationId: 'supplier' },
  )
  it.each([
    ['an approver within the limit', approver, {}, true],
    [
      'an approver a penny below',
      actorWith('a', { role: 'funding-approver', organisationId: 'payer', limitPence: 99n }),
      {},
      'above your delegated limit',
    ],
    ['the supplier’s signatory', signatory, {}, true],
    ['the supplier’s editor', editor, {}, 'Only a funding approver'],
    ['the practice manager', manager, {}, 'Only a funding approver'],
    [
      'N4: an approver above the limit only with the option',
      approver,
      { optionPence: 1n },
      'above your delegated limit',
    ],
    [
      'a second approver, when the payer has signed',
      approver,
      { signatures: [signed('payer', 'other')] },
      'The payer has signed already',
    ],
    [
      'a person of both sides, who has signed one (N2)',
      both,
      { signatures: [signed('payer', 'b')] },
      'must be signed by another person',
    ],
    ['an approver, when an older text was signed', approver, { signatures: [signed('payer', 'other', 'older')] }, true],
  ] as const)('%s', (_, actor, given, answer) => {
    const decision = maySignCallOff(actor, callOff(given as Partial<CallOff>))
    if (answer === true) expect(decision.allowed).toBe(true)
    else expect(decision).toMatchObject({ allowed: false, because: expect.stringContaining(answer) })
  })
  it.each([
    ['B6: what is lent to the signer today', { delegatedPence: 100n }, true],
    ['N4: what is lent, and the option above it', { delegatedPence: 99n }, false],
    ['the payer’s usual limit, where the grant names none', { usualPence: 100n }, true],
    ['no limit at all', {}, false],
  ])('signs by %s', (_, limits, allowed) => {
    const signer = actorWith('s', { role: 'funding-approver', organisationId: 'payer' })
    const order = callOff({ totalPence: 90n, optionPence: 10n } as Partial<CallOff>)
    expect(maySignCallOff(signer, order, limits).allowed).toBe(allowed)
  })
  it('only the practice prepares, only the signatory refuses', () => {
    expect([manager, approver, signatory, stranger].map((a) => mayPrepareCallOff(a, callOff()).allowed)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([manager, approver, signatory, editor].map((a) => mayRefuseCallOff(a, callOff()).allowed)).toEqual([
      false,
      false,
      true,
      false,
    ])
  })
})
