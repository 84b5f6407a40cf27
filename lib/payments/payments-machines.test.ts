import { describe, expect, it } from 'vitest'
import { edgesOf, next, unreachableStates } from '@/lib/platform/machine'
import { bacsPaymentColours, bacsPaymentLabels, bacsPaymentStates } from './bacs/bacs-payment'
import { bacsPaymentMachine } from './bacs/bacs-payment-machine'
import { invoiceStateColours, invoiceStateLabels, invoiceStates } from './invoices/invoice'
import { type InvoiceCommand, invoiceMachine } from './invoices/invoice-machine'
import { moveOf } from './invoices/invoice-move-rules'
import { exceptionCodes, exceptionWords } from './match/match'
import { payoutStateColours, payoutStateLabels, payoutStates } from './money/payout'
import { payoutMachine } from './money/payout-machine'
import { stepsTo } from './money/payout-rules'

const shown = (machine: Parameters<typeof edgesOf>[0]) =>
  edgesOf(machine).map((e) => `${e.state} ${e.command} ${e.to} ${e.event}`)

describe('the invoice machine', () => {
  it('has exactly these edges', () =>
    expect(shown(invoiceMachine)).toEqual([
      'statement match matched InvoiceMatched',
      'statement query exception InvoiceQueried',
      'exception match matched InvoiceMatched',
      'exception query exception InvoiceQueried',
      'matched approve approved InvoiceApproved',
      'approved release issued InvoiceIssued',
      'issued part-fund part-funded InvoicePartFunded',
      'issued pay paid InvoicePaid',
      'issued void void InvoiceVoided',
      'issued credit credited InvoiceCredited',
      'issued reverse reversed InvoiceReversed',
      'part-funded part-fund part-funded InvoicePartFunded',
      'part-funded pay paid InvoicePaid',
      'paid credit credited InvoiceCredited',
      'paid reverse reversed InvoiceReversed',
    ]))

  it('V3: no command leads from an issued invoice back to one that can be changed', () => {
    const commands: InvoiceCommand[] = [
      'match',
      'query',
      'approve',
      'release',
      'part-fund',
      'pay',
      'void',
      'credit',
      'reverse',
    ]
    const later = invoiceStates.slice(invoiceStates.indexOf('issued'))
    for (const state of later)
      for (const command of commands) {
        const to = next(invoiceMachine, state, command)?.to
        if (to) expect(later, `${state} ${command}`).toContain(to)
      }
  })

  it('reaches every state; each has a label, a colour and somebody’s move', () => {
    expect(Object.keys(invoiceMachine)).toEqual([...invoiceStates])
    expect(unreachableStates(invoiceMachine, 'statement')).toEqual([])
    for (const state of invoiceStates) {
      expect([invoiceStateLabels[state], invoiceStateColours[state]].every(Boolean)).toBe(true)
      const ends = Object.keys(invoiceMachine[state]).every((c) => c === 'credit' || c === 'reverse')
      expect(moveOf({ state }, []).whose === null, state).toBe(ends)
    }
  })

  it('V2: every exception names who can clear it', () => {
    for (const code of exceptionCodes) {
      expect(exceptionWords[code].cleared.length).toBeGreaterThan(10)
      expect(moveOf({ state: 'exception' }, [{ code, lineKey: null, words: '' }]).what).toBe(
        exceptionWords[code].cleared,
      )
    }
  })
})

describe('the payout machine', () => {
  it('has exactly these edges', () => {
    expect(shown(payoutMachine)).toEqual([
      'pending send in-transit PayoutSent',
      'pending fail failed PayoutFailed',
      'in-transit arrive paid PayoutPaid',
      'in-transit fail failed PayoutFailed',
      'paid fail failed PayoutFailed',
    ])
    expect(unreachableStates(payoutMachine, 'pending')).toEqual([])
    for (const state of payoutStates)
      expect([payoutStateLabels[state], payoutStateColours[state]].every(Boolean)).toBe(true)
  })
  it('I2: whatever a bank says, and in whatever order, leads along its edges or changes nothing', () => {
    for (const from of payoutStates)
      for (const to of payoutStates) {
        const end = stepsTo(from, to).reduce((state, command) => next(payoutMachine, state, command)!.to, from)
        const order = ['pending', 'in-transit', 'paid', 'failed']
        expect(end).toBe(order.indexOf(to) > order.indexOf(from) ? to : from)
      }
  })
})

it('the machine of bank transfers has exactly these edges', () => {
  expect(shown(bacsPaymentMachine)).toEqual([
    'recorded confirm confirmed TransferConfirmed',
    'recorded deny denied TransferDenied',
  ])
  for (const state of bacsPaymentStates)
    expect([bacsPaymentLabels[state], bacsPaymentColours[state]].every(Boolean)).toBe(true)
})
