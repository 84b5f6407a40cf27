import type { PriceJson } from '@/lib/catalogue/prices/price'
import type { Day } from '@/lib/platform/days'
import type { OrderForm } from './form/order-form'
import type { OrderLine } from './order-line'
import type { OrderSite } from './order-site'

export const callOffStates = [
  'draft',
  'awaiting-funding',
  'funded',
  'standstill',
  'signing',
  'signed',
  'refused',
  'lapsed',
  'deleted',
  'void',
] as const
export type CallOffState = (typeof callOffStates)[number]
export type CallOffCommand =
  | 'request-funding'
  | 'submit-without-cost'
  | 'delete'
  | 'begin-standstill'
  | 'end-standstill'
  | 'lapse'
  | 'release'
  | 'reopen'
  | 'issue'
  | 'sign'
  | 'complete'
  | 'refuse'
  | 'void'
export type Side = 'payer' | 'supplier'

export type SignatureView = { side: Side; personId: string; organisationId: string; termsHash: string; at: Date }

/** What is funded and signed. A changed field changes `termsHash`, and so voids approval and signatures (S1, B7). */
export type Terms = {
  number: string
  practiceId: string
  payerId: string
  supplierId: string
  moduleVersionId: string
  listingVersionId: string
  listingSha256: string
  /** What of the module is ordered. */
  capabilityIds: string[]
  prices: PriceJson[]
  listSize: number
  startsOn: Day
  termMonths: number
  endsOn: Day
  noticeDays: number
  yearlyPence: bigint
  oneOffPence: bigint
  totalPence: bigint
  /** Months by which the payer may extend, and what they would cost. */
  optionMonths: number
  optionPence: bigint
  lines: OrderLine[]
  sites: OrderSite[]
  form: OrderForm
}

export type CallOff = Terms & {
  id: string
  projectId: string
  moduleId: string
  moduleName: string
  termsHash: string
  /** How the hash is made: 1 before the order form had sections, 2 since. */
  termsFormat: number
  submittedHash: string | null
  submittedParts: Record<string, string> | null
  reviewedHash: string | null
  signBy: Day | null
  standstillUntil: Day | null
  gate: string
  gateLabel: string
  gateSha256: string
  fundingRequestId: string | null
  /** Since when the supplier may read it before it is sent for signature; absent or null: not before. */
  sharedAt?: Date | null
  state: CallOffState
  createdById: string
  createdAt: Date
  signedAt: Date | null
  refusedReason: string | null
  version: number
  signatures: SignatureView[]
}

export const callOffLabels: Record<
  CallOffState,
  { words: string; colour: 'blue' | 'yellow' | 'purple' | 'green' | 'red' | 'aqua-green' }
> = {
  draft: { words: 'Draft', colour: 'blue' },
  'awaiting-funding': { words: 'Waiting for funding', colour: 'yellow' },
  funded: { words: 'Funded', colour: 'aqua-green' },
  standstill: { words: 'Standstill before signature', colour: 'purple' },
  signing: { words: 'Waiting for signatures', colour: 'purple' },
  signed: { words: 'Signed', colour: 'green' },
  refused: { words: 'Refused by the supplier', colour: 'red' },
  lapsed: { words: 'Lapsed: not signed in time', colour: 'red' },
  deleted: { words: 'Deleted', colour: 'red' },
  void: { words: 'Void: the module was removed', colour: 'red' },
}

/** What a page says after an act. */
export const callOffDone: Record<string, string> = {
  shared: 'The supplier can read the order now, and propose.',
  'proposal-accept': 'What the supplier proposed stands in the order.',
  'proposal-reject': 'The proposal is rejected, and the supplier can read why.',
  'proposal-withdraw': 'The proposal is withdrawn.',
  proposed: 'The practice has your proposals.',
  saved: 'The section is saved.',
  succeeded: 'The successor stands in the order. It is asked for its consent.',
  free: 'The order costs nothing, so no money is needed. It can be sent for signature.',
  consented: 'Your practice is in the order.',
  declined: 'Your practice is not in the order.',
  standstill: 'The standstill has begun. Both sides can sign when it is over.',
  proved: 'You have proved who you are. You can sign in the next 5 minutes.',
  narrowed: 'The order is for these parts only.',
  asked: 'The payer has your request. The money is reserved until it decides.',
  issued: 'Both sides can sign now.',
  acknowledged: 'It stands with the order that you have taken note of these points.',
  accepted: 'Your written acceptance stands with the order.',
  reopened: 'The order is a draft again. Approval and signatures are void.',
  signed: 'Your signature is recorded.',
  refused: 'The order is refused, and the buyer can read why.',
}

/** Orders that ended without a signature: the project may be ordered again. */
export const endedStates: CallOffState[] = ['refused', 'lapsed', 'deleted', 'void']
export const isOver = ({ state }: Pick<CallOff, 'state'>): boolean => state === 'signed' || endedStates.includes(state)

/** What the history of an order is about: the order itself, and the request for its money. */
export const subjectsOf = ({ id, fundingRequestId }: Pick<CallOff, 'id' | 'fundingRequestId'>) => [
  { type: 'CallOff', id },
  ...(fundingRequestId ? [{ type: 'FundingRequest', id: fundingRequestId }] : []),
]
