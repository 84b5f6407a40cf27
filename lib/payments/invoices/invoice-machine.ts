import type { Edge, Machine } from '@/lib/platform/machine'
import type { InvoiceState } from './invoice'

export type InvoiceCommand =
  | 'match'
  | 'query'
  | 'approve'
  | 'release'
  | 'part-fund'
  | 'pay'
  | 'void'
  | 'credit'
  | 'reverse'

const submitting = {
  match: { to: 'matched', event: 'InvoiceMatched' },
  query: { to: 'exception', event: 'InvoiceQueried' },
} satisfies Partial<Record<InvoiceCommand, Edge<InvoiceState>>>
const funding = {
  'part-fund': { to: 'part-funded', event: 'InvoicePartFunded' },
  pay: { to: 'paid', event: 'InvoicePaid' },
} satisfies Partial<Record<InvoiceCommand, Edge<InvoiceState>>>
const ending = {
  credit: { to: 'credited', event: 'InvoiceCredited' },
  reverse: { to: 'reversed', event: 'InvoiceReversed' },
} satisfies Partial<Record<InvoiceCommand, Edge<InvoiceState>>>

/**
 * The life of an invoice; it begins as a statement that the clock draws up (event StatementDrawnUp). To submit is to match or to
 * be queried; to record money is to be funded in part or paid. Nothing that was issued is ever edited (V3).
 */
export const invoiceMachine: Machine<InvoiceState, InvoiceCommand> = {
  statement: submitting,
  exception: submitting,
  matched: { approve: { to: 'approved', event: 'InvoiceApproved' } },
  approved: { release: { to: 'issued', event: 'InvoiceIssued' } },
  issued: { ...funding, void: { to: 'void', event: 'InvoiceVoided' }, ...ending },
  'part-funded': funding,
  paid: ending,
  void: {},
  credited: {},
  reversed: {},
}
