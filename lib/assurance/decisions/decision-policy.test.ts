import { describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { edgesOf, unreachableStates } from '@/lib/platform/machine'
import { actorWith } from '@/lib/testing/context'
import { decisionKinds, kindTable } from './decision-kinds'
import { proposalMachine, proposalStateWords } from './decision-machine'
import { mayProposeDecision, maySecondDecision } from './decision-policy'

const officer = actorWith('o1', { role: 'officer', organisationId: 'authority' })
const assessor = actorWith('a1', { role: 'assessor', organisationId: 'authority' })
const both = actorWith('a1', { role: 'officer', organisationId: 'authority' })
const interested = actorWith(
  'o3',
  { role: 'officer', organisationId: 'authority' },
  { role: 'supplier-editor', organisationId: 'supplier' },
)
const matter = { assessorIds: [], supplierId: 'supplier' }
const supplier = actorWith('s1', { role: 'supplier-signatory', organisationId: 'supplier' })

describe('who may decide about a module', () => {
  it.each([
    ['an officer', officer, [], true],
    ['a visitor', visitor, [], false],
    ['an assessor', assessor, [], false],
    ['a supplier', supplier, [], false],
    ['an officer who assessed it (AS-04)', both, ['a1'], false],
    ['INTEREST: an officer with a role in the supplier', interested, [], false],
  ] as const)('%s', (_, actor, assessorIds, allowed) => {
    expect(mayProposeDecision(actor, { ...matter, assessorIds: [...assessorIds] }).allowed).toBe(allowed)
    expect(maySecondDecision(actor, { ...matter, assessorIds: [...assessorIds], proposedById: 'o2' }).allowed).toBe(
      allowed,
    )
  })

  it('SAME_PERSON: the one who proposed it may not second it', () => {
    expect(maySecondDecision(officer, { ...matter, proposedById: 'o1' })).toEqual({
      allowed: false,
      because: 'You proposed this: another officer must second it',
    })
  })
})

describe('the machine of a proposal', () => {
  it('has an edge for every kind and one for lapsing, all out of proposed, each with its event', () => {
    expect(edgesOf(proposalMachine).map((e) => [e.state, e.command, e.to, e.event])).toEqual([
      ...decisionKinds.map((kind) => ['proposed', kindTable[kind].command, 'made', kindTable[kind].made]),
      ['proposed', 'lapse', 'lapsed', 'ProposalLapsed'],
    ])
    expect(unreachableStates(proposalMachine, 'proposed')).toEqual([])
    expect(Object.keys(proposalStateWords)).toEqual(Object.keys(proposalMachine))
  })
})
