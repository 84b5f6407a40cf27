import { describe, expect, it } from 'vitest'
import { sentences } from '@/lib/audit/event-words'
import { edgesOf, next, unreachableStates } from '@/lib/platform/machine'
import { actorWith } from '@/lib/testing/context'
import type { CallOff } from '../call-off'
import { proposalLabels, proposalStates } from './proposal'
import { proposalMachine } from './proposal-machine'
import { mayAnswerProposal, mayProposeTerms } from './proposal-policy'
import { fieldsThatDiffer, fieldWords, nextMove, valueWords, withProposal } from './proposal-rules'

const live = { name: 'Go-live', trigger: 'Both say so' }
const order = {
  sites: [
    { practiceId: 'a', deliverOn: '2026-06-01' },
    { practiceId: 'b', deliverOn: '2026-06-01' },
  ],
  noticeDays: 90,
  form: { milestones: [live], data: { scheduleSha256: 'd', exitChargePence: '0', returnFormat: 'CSV' } },
} as unknown as CallOff
const name = (id: string) => `Practice ${id}`

describe('T8, T10, T11: what a supplier would have otherwise', () => {
  it('is told field by field', () => {
    const sites = [order.sites[0]!, { ...order.sites[1]!, deliverOn: '2026-07-01' }]
    const trained = { name: 'Trained', trigger: 'Half a day each' }
    const later = { ...live, trigger: 'A week later' }
    const data = { scheduleSha256: 'd', exitChargePence: '10000', returnFormat: 'CSV' }
    const fields = fieldsThatDiffer(order, { sites, noticeDays: 60, form: { milestones: [later, trained], data } })
    expect(
      fields.map((f) => [fieldWords(f.field, name), valueWords(f.field, f.before), valueWords(f.field, f.after)]),
    ).toEqual([
      ['Delivery to Practice b', '1 June 2026', '1 July 2026'],
      ['Notice', '90 days', '60 days'],
      ['Charge for the exit', '£0.00', '£100.00'],
      ['Milestone: Go-live', 'Go-live: Both say so', 'Go-live: A week later'],
      ['Milestone: Trained', 'No such milestone', 'Trained: Half a day each'],
    ])
    expect(fieldsThatDiffer(order, {})).toEqual([])
    const all = fields.reduce<CallOff>((at, field) => withProposal(at, field)!, order)
    expect(all).toMatchObject({ sites, noticeDays: 60, form: { milestones: [later, trained], data } })
  })

  it('stands no more where the order says something else since', () => {
    const field = { field: 'notice-days', before: 90, after: 60 }
    expect(withProposal({ ...order, noticeDays: 91 }, field)).toBeUndefined()
    expect(withProposal({ ...order, noticeDays: 60 }, field), 'it says so already').toMatchObject({ noticeDays: 60 })
    expect(
      withProposal({ ...order, form: {} }, { field: 'milestone/Go-live', before: live, after: null }),
    ).toBeUndefined()
    expect(withProposal(order, { field: 'milestone/Go-live', before: live, after: null })!.form.milestones).toEqual([])
    expect(withProposal(order, { field: 'deliver-on/gone', before: '2026-06-01', after: '2026-06-02' })).toBeUndefined()
  })

  it('names who has the next move', () => {
    expect(nextMove('signing', 2)).toContain('The practice: it answers 2 proposals')
    expect(nextMove('draft', 0)).toContain('The practice')
    expect(nextMove('awaiting-funding', 0)).toContain('The payer')
    expect(nextMove('signing', 0)).toContain('they sign')
  })
})

describe('the machine and who moves it', () => {
  it('has an end for every answer, a label for every state, a sentence for every event', () => {
    expect(unreachableStates(proposalMachine, 'open')).toEqual([])
    expect(edgesOf(proposalMachine).map(({ command, to }) => [command, to])).toEqual([
      ['accept', 'accepted'],
      ['reject', 'rejected'],
      ['withdraw', 'withdrawn'],
    ])
    for (const state of proposalStates.slice(1))
      for (const command of ['accept', 'reject', 'withdraw'] as const)
        expect(next(proposalMachine, state, command)).toBeUndefined()
    expect(Object.keys(proposalLabels)).toEqual([...proposalStates])
    for (const { event } of edgesOf(proposalMachine)) expect(sentences[event]).toBeDefined()
  })

  const parties = { practiceId: 'practice', supplierId: 'supplier' }
  it.each([
    ['practice-manager', 'practice', false, true],
    ['gp-partner', 'practice', false, true],
    ['practice-reader', 'practice', false, false],
    ['supplier-editor', 'supplier', true, false],
    ['supplier-signatory', 'supplier', true, false],
    ['supplier-editor', 'another', false, false],
    ['funding-approver', 'payer', false, false],
  ])('a %s of the %s: proposes %s, answers %s', (role, organisationId, proposes, answers) => {
    const actor = actorWith('x', { role: role as never, organisationId })
    expect(mayProposeTerms(actor, parties).allowed).toBe(proposes)
    expect(mayAnswerProposal(actor, parties, 'withdraw').allowed).toBe(proposes)
    expect(mayAnswerProposal(actor, parties, 'accept').allowed).toBe(answers)
    expect(mayAnswerProposal(actor, parties, 'reject').allowed).toBe(answers)
  })
})
