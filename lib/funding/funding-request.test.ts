import { describe, expect, it } from 'vitest'
import { edgesOf, next, unreachableStates } from '@/lib/platform/machine'
import { actorWith } from '@/lib/testing/context'
import { type FundingRequest, fundingLabels, fundingStates } from './funding-request'
import { fundingMachine } from './funding-request-machine'
import { mayDecideFunding, maySeeFunding, mayWithdrawFunding } from './funding-request-policy'

const commands = ['approve', 'decline', 'withdraw', 'void'] as const
const legal = new Set([
  'submitted/approve',
  'submitted/decline',
  'submitted/withdraw',
  'submitted/void',
  'approved/void',
])

describe('the funding machine', () => {
  it.each(fundingStates.flatMap((state) => commands.map((command) => [state, command] as const)))(
    '%s × %s',
    (state, command) => {
      expect(next(fundingMachine, state, command) !== undefined).toBe(legal.has(`${state}/${command}`))
    },
  )
  it('every state is reached, labelled, and every edge bears an event in the past tense', () => {
    expect(unreachableStates(fundingMachine, 'submitted')).toEqual([])
    expect(Object.keys(fundingLabels)).toEqual([...fundingStates])
    expect(edgesOf(fundingMachine).every((edge) => /^Funding[A-Z][a-z]+ed$|FundingWithdrawn/.test(edge.event))).toBe(
      true,
    )
  })
})

const request = {
  payerId: 'payer',
  requesterOrgId: 'practice',
  requestedById: 'asker',
  wholeLifePence: 10_000_000n,
} as FundingRequest
const approver = (limitPence: bigint | null, userId = 'approver', organisationId = 'payer') =>
  actorWith(userId, { role: 'funding-approver', organisationId, limitPence })

describe('who may decide on money', () => {
  it.each([
    ['an approver within the limit', approver(10_000_000n), undefined],
    ['an approver one penny below it', approver(9_999_999n), 'This amount is above your delegated limit of £99,999.99'],
    ['an approver without a limit', approver(null), 'This amount is above your delegated limit of £0.00'],
    [
      'an approver who asked themselves',
      approver(10_000_000n, 'asker'),
      'You cannot decide a request you made yourself',
    ],
    [
      'an approver of another payer',
      approver(10_000_000n, 'approver', 'other'),
      'Only a funding approver of the paying organisation can decide this request',
    ],
    [
      'a requester of the payer',
      actorWith('r', { role: 'funding-requester', organisationId: 'payer' }),
      'Only a funding approver of the paying organisation can decide this request',
    ],
    [
      'the practice manager',
      actorWith('m', { role: 'practice-manager', organisationId: 'practice' }),
      'Only a funding approver of the paying organisation can decide this request',
    ],
  ])('%s', (_, actor, because) => {
    expect(mayDecideFunding(actor, request)).toEqual(because ? { allowed: false, because } : { allowed: true })
  })
  it('only who asked may withdraw', () => {
    expect(mayWithdrawFunding(actorWith('asker'), request).allowed).toBe(true)
    expect(mayWithdrawFunding(approver(1n), request).allowed).toBe(false)
  })
  it('payer and asking organisation may read; nobody else', () => {
    expect(maySeeFunding(approver(null), request)).toBe(true)
    expect(maySeeFunding(actorWith('m', { role: 'practice-manager', organisationId: 'practice' }), request)).toBe(true)
    expect(maySeeFunding(approver(null, 'x', 'other'), request)).toBe(false)
  })
})
