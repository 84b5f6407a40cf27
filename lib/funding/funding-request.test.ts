import { describe, expect, it } from 'vitest'
import { edgesOf, next, unreachableStates } from '@/lib/platform/machine'
import { actorWith } from '@/lib/testing/context'
import { commitmentStates } from './commitment'
import { commitmentMachine } from './commitment-machine'
import { type Delegation, delegatedOn } from './delegation'
import { type FundingRequest, fundingLabels, fundingStates } from './funding-request'
import { fundingMachine } from './funding-request-machine'
import {
  mayAnswerFunding,
  mayAppealFunding,
  mayApproveFunding,
  mayDecideFunding,
  mayRecommendFunding,
  mayReviewFunding,
  maySeeFunding,
  mayWithdrawFunding,
} from './funding-request-policy'

const commands = ['submit', 'recommend', 'approve', 'decline', 'return', 'withdraw', 'appeal', 'lapse', 'void'] as const
const deciding = ['approve', 'decline', 'return', 'withdraw', 'void']
const legal = new Set([
  ...['recommend', ...deciding].map((command) => `submitted/${command}`),
  ...deciding.map((command) => `recommended/${command}`),
  ...['submit', 'withdraw', 'void'].map((command) => `returned/${command}`),
  'declined/appeal',
  'approved/lapse',
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

const spendingCommands = ['commit', 'spend', 'spend-all', 'return', 'return-all', 'release', 'roll'] as const
const legalSlices = new Set([
  'reserved/commit',
  'reserved/release',
  ...['part-spent', 'spent'].flatMap((state) => ['return', 'return-all'].map((c) => `${state}/${c}`)),
  ...['committed', 'part-spent'].flatMap((state) =>
    ['spend', 'spend-all', 'release', 'roll'].map((c) => `${state}/${c}`),
  ),
])
describe('the commitment machine', () => {
  it.each(commitmentStates.flatMap((state) => spendingCommands.map((command) => [state, command] as const)))(
    '%s × %s',
    (state, command) => {
      expect(next(commitmentMachine, state, command) !== undefined).toBe(legalSlices.has(`${state}/${command}`))
    },
  )
  it('every state is reached', () => expect(unreachableStates(commitmentMachine, 'reserved')).toEqual([]))
})

const request = {
  optionsPence: 0n,
  recommendedByIds: ['recommender'],
  firstDecidedById: 'decliner',
  decidedById: 'approver',
  appealedAt: null,
  urgentReason: null,
  state: 'submitted',
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
    [
      'an approver without a limit',
      approver(null),
      'No approval limit is set for you, so you cannot decide on any amount',
    ],
    [
      'an approver who asked themselves',
      approver(10_000_000n, 'asker'),
      'You cannot decide a request you made yourself',
    ],
    [
      'B6: an approver who recommended it',
      approver(10_000_000n, 'recommender'),
      'You cannot decide a request you recommended',
    ],
    [
      'an approver who declined it before the appeal',
      approver(10_000_000n, 'decliner'),
      'You declined this request. Another approver decides on the appeal',
    ],
    [
      'N2: an approver who asked from another organisation',
      actorWith(
        'asker',
        { role: 'practice-manager', organisationId: 'practice' },
        { role: 'funding-approver', organisationId: 'payer', limitPence: 10_000_000n },
      ),
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
  it('N4: options count for the limit', () => {
    const optional = { ...request, optionsPence: 1n }
    expect(mayDecideFunding(approver(10_000_000n), optional).allowed).toBe(false)
    expect(mayDecideFunding(approver(10_000_001n), optional).allowed).toBe(true)
  })
  it('a limit that is lent counts where it is the greater', () => {
    expect(mayDecideFunding(approver(1n), request, { delegatedPence: 10_000_000n }).allowed).toBe(true)
    expect(mayDecideFunding(approver(null), request, { usualPence: 10_000_000n }).allowed).toBe(true)
    expect(
      mayDecideFunding(actorWith('x', { role: 'finance-officer', organisationId: 'payer' }), request, {
        delegatedPence: 10_000_000n,
      }).allowed,
    ).toBe(false)
  })
  it('above the payer’s bound a recommendation comes first, but not for what is urgent', () => {
    const may = (change: Partial<FundingRequest>, recommendedAbove = 9_999_999n) =>
      mayApproveFunding(approver(10_000_000n), { ...request, ...change }, { recommendedAbove }).allowed
    expect([may({}), may({ state: 'recommended' }), may({ urgentReason: 'now' }), may({}, 10_000_000n)]).toEqual([
      false,
      true,
      true,
      true,
    ])
  })
  it('of several loans the greatest counts, each cut to its lender’s own limit, on its days (N3)', () => {
    const loan = (fromId: string, limitPence: bigint, validTo: string) =>
      ({ fromId, limitPence, validFrom: '2026-03-01', validTo, endedAt: null }) as Delegation
    const loans = [loan('a', 500n, '2026-03-31'), loan('b', 900n, '2026-03-01'), loan('gone', 900n, '2026-03-31')]
    const own = (id: string) => ({ a: 300n, b: 1_000n })[id] ?? 0n
    expect(['2026-02-28', '2026-03-01', '2026-03-02', '2026-04-01'].map((on) => delegatedOn(loans, on, own))).toEqual([
      0n,
      900n,
      300n,
      0n,
    ])
    expect(delegatedOn([{ ...loans[0]!, endedAt: new Date(0) }], '2026-03-02', own)).toBe(0n)
  })
  it('a recommender recommends, who asked appeals once, a third person reviews', () => {
    const recommender = actorWith('r', { role: 'funding-recommender', organisationId: 'payer' })
    expect(
      [
        mayRecommendFunding(recommender, request),
        mayRecommendFunding(approver(1n), request),
        mayRecommendFunding({ ...recommender, userId: 'asker' }, request),
      ].map((d) => d.allowed),
    ).toEqual([true, false, false])
    expect(
      [
        mayAppealFunding(actorWith('asker'), request),
        mayAppealFunding(actorWith('asker'), { ...request, appealedAt: new Date(0) }),
        mayAppealFunding(approver(1n), request),
      ].map((d) => d.allowed),
    ).toEqual([true, false, false])
    expect(
      [
        mayReviewFunding(approver(1n, 'third'), request),
        mayReviewFunding(approver(1n), request),
        mayReviewFunding(approver(1n, 'asker'), request),
        mayReviewFunding(recommender, request),
      ].map((d) => d.allowed),
    ).toEqual([true, false, false, false])
    expect(mayAnswerFunding(approver(1n), request).allowed).toBe(false)
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
