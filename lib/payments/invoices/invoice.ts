import type { Day } from '@/lib/platform/days'

export const invoiceStates = [
  'statement',
  'exception',
  'matched',
  'approved',
  'issued',
  'part-funded',
  'paid',
  'void',
  'credited',
  'reversed',
] as const
export type InvoiceState = (typeof invoiceStates)[number]

export const invoiceStateLabels: Record<InvoiceState, string> = {
  statement: 'Statement',
  exception: 'Does not match',
  matched: 'Matched',
  approved: 'Approved to pay',
  issued: 'Issued',
  'part-funded': 'Part paid',
  paid: 'Paid',
  void: 'Void',
  credited: 'Credited',
  reversed: 'Payment taken back',
}
export const invoiceStateColours: Record<InvoiceState, 'blue' | 'green' | 'yellow' | 'orange' | 'red' | 'grey'> = {
  statement: 'blue',
  exception: 'red',
  matched: 'yellow',
  approved: 'yellow',
  issued: 'orange',
  'part-funded': 'orange',
  paid: 'green',
  void: 'grey',
  credited: 'grey',
  reversed: 'red',
}

/** How the money goes: recorded bank transfers, or Stripe. */
export const rails = ['BACS', 'STRIPE'] as const
export type Rail = (typeof rails)[number]
export const railWords: Record<Rail, string> = { BACS: 'Bank transfer (BACS)', STRIPE: 'Stripe' }

export type Invoice = {
  id: string
  payerId: string
  supplierId: string
  /** The practice that ordered. */
  practiceId: string
  /** Every practice that has a site in the contract. */
  practiceIds: string[]
  contractId: string
  callOffId: string
  contractNumber: string
  moduleName: string
  /** The first day of the month. */
  month: Day
  /** 0 for the first invoice of the month, then one more for each recharge. */
  correction: number
  correctsId: string | null
  fundingRequestId: string | null
  state: InvoiceState
  /** Which lines count: 0 the statement as drawn up, then each submission of the supplier. */
  submission: number
  netPence: bigint
  vatPence: bigint
  grossPence: bigint
  settings: string[]
  drawnUpAt: Date
  submittedById: string | null
  receivedOn: Day | null
  approvedById: string | null
  approvedAt: Date | null
  releasedById: string | null
  releasedAt: Date | null
  rail: Rail | null
  number: number | null
  issuedOn: Day | null
  dueOn: Day | null
  paidPence: bigint
  paidOn: Day | null
  endedBecause: string | null
  version: number
}

export type LineKind = 'fixed' | 'once' | 'usage'

/** One price of one site in one month. */
export type InvoiceLine = {
  /** What is charged, the same in every submission: the price of the order and the site. */
  key: string
  siteId: string
  practiceId: string
  month: Day
  kind: LineKind
  name: string
  /** Frozen: pence of the whole month or of the single sum; for usage 1/100,000 of a pound for one call. */
  price: bigint
  /** Charged days, calls, or 1. */
  quantity: bigint
  /** Days in the month; 1 where it is not charged by the day. */
  outOf: number
  netPence: bigint
  vatPercent: number
}

/** What of an issued invoice is still to be paid, in pence. */
export const owedPence = ({ grossPence, paidPence }: Pick<Invoice, 'grossPence' | 'paidPence'>): bigint =>
  grossPence - paidPence

/** Whether it was sent to the payer: from then on it has a number and a due day. */
export const isIssued = ({ state }: Pick<Invoice, 'state'>): boolean =>
  !['statement', 'exception', 'matched', 'approved'].includes(state)

/** `INV-000012`, or the month of a statement that has no number yet. */
export const invoiceName = ({ number, month }: Pick<Invoice, 'number' | 'month'>): string =>
  number === null ? `Statement ${month.slice(0, 7)}` : `INV-${String(number).padStart(6, '0')}`
