import { describe, expect, it } from 'vitest'
import { actorWith } from '@/lib/testing/context'
import { mayAnswerBacs } from '../bacs/bacs-policy'
import { mayApproveInvoice, mayHandleMoney, mayReleaseInvoice, maySeeInvoice, maySubmitInvoice } from './invoice-policy'

const invoice = {
  ...{ payerId: 'payer', supplierId: 'supplier', practiceIds: ['practice', 'second'] },
  ...{ submittedById: 'submitter', approvedById: 'confirmer' },
}
const nobody = { requestedByIds: ['asker'], decidedByIds: ['decider'] }
const places = ['payer', 'supplier', 'practice', 'second', 'elsewhere']
const roles = [
  ...['practice-manager', 'funding-requester', 'funding-approver', 'funding-recommender', 'finance-officer'],
  ...['delivery-partner', 'supplier-editor', 'supplier-signatory', 'curator'],
]
const allowed = (ask: (role: string, at: string) => boolean) =>
  places.flatMap((at) => roles.filter((role) => ask(role, at)).map((role) => `${role} of ${at}`))
const held = (role: string, organisationId: string, id = 'somebody') => actorWith(id, { role, organisationId })

describe('who may do what with an invoice', () => {
  it('read: payer, supplier and the practices of its sites', () => {
    const seeing = places.filter((at) => maySeeInvoice(held('curator', at), invoice))
    expect(seeing).toEqual(['payer', 'supplier', 'practice', 'second'])
  })
  it('submit: editor and signatory of the supplier', () =>
    expect(allowed((role, at) => maySubmitInvoice(held(role, at), invoice).allowed)).toEqual([
      'supplier-editor of supplier',
      'supplier-signatory of supplier',
    ]))
  it('approve (CONFIRM): who knows that it was received, of the payer', () =>
    expect(allowed((role, at) => mayApproveInvoice(held(role, at), invoice).allowed)).toEqual([
      'practice-manager of payer',
      'funding-requester of payer',
      'delivery-partner of payer',
    ]))
  it('release and void: a finance officer of the payer', () => {
    const release = allowed((role, at) => mayReleaseInvoice(held(role, at), invoice, nobody).allowed)
    expect(release).toEqual(['finance-officer of payer'])
    expect(allowed((role, at) => mayHandleMoney(held(role, at), invoice).allowed)).toEqual(release)
  })
  it.each([
    ['REQUEST–RELEASE', 'asker'],
    ['APPROVE–RELEASE', 'decider'],
    ['CONFIRM–RELEASE', 'confirmer'],
    ['who submitted it', 'submitter'],
  ])('B6, N1: %s are not one person', (_, id) => {
    const decision = mayReleaseInvoice(held('finance-officer', 'payer', id), invoice, nobody)
    expect(decision).toMatchObject({ allowed: false, because: expect.stringMatching(/^You .*omebody else releases/) })
  })
  it('N2: who submitted for the supplier does not confirm for the payer', () =>
    expect(mayApproveInvoice(held('delivery-partner', 'payer', 'submitter'), invoice).allowed).toBe(false))
  it('a transfer: its supplier answers, not who recorded it', () => {
    const payment = { recordedById: 'recorder' }
    expect(mayAnswerBacs(held('supplier-editor', 'supplier'), payment, invoice).allowed).toBe(true)
    expect(mayAnswerBacs(held('supplier-editor', 'supplier', 'recorder'), payment, invoice).allowed).toBe(false)
    expect(mayAnswerBacs(held('finance-officer', 'payer'), payment, invoice).allowed).toBe(false)
  })
})
