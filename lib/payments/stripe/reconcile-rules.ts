export const reconciliationLines = ['received', 'passed-on', 'fees', 'paid-out'] as const
export type ReconciliationLine = (typeof reconciliationLines)[number]

export const reconciliationWords: Record<ReconciliationLine, string> = {
  received: 'Received from the payer',
  'passed-on': 'Passed on to the supplier, with the levy',
  fees: 'Levy kept by the portal',
  'paid-out': 'Paid out to the supplier’s bank',
}

export type ReconciliationRow = {
  line: ReconciliationLine
  /** The payer or supplier; 'portal' for the portal's own. */
  ownerId: string
  ledgerPence: bigint
  stripePence: bigint
}

/** What a balance transaction of Stripe says, as far as it is added up: pence, negative where money went. */
export type Moved = { type: string; net: number; amount: number }

const sumOf = (moved: Moved[], ...types: string[]): bigint =>
  moved.filter((one) => types.includes(one.type)).reduce((sum, one) => sum + BigInt(one.amount), 0n)

/** The levy that the portal's own balance holds: fees less fees given back. */
export const feesOf = (moved: Moved[]): bigint => sumOf(moved, 'application_fee', 'application_fee_refund')

/** What came to a connected account, the levy included, less what was taken back. */
export const passedOnTo = (moved: Moved[]): bigint => sumOf(moved, 'payment', 'payment_refund')

/** What went from a connected account to its bank, less what the bank returned. */
export const paidOutOf = (moved: Moved[]): bigint => -sumOf(moved, 'payout', 'payout_failure', 'payout_cancel')

/** What is in the ledger and not at Stripe, in pence; below 0 the other way round. */
export const differenceOf = (row: Pick<ReconciliationRow, 'ledgerPence' | 'stripePence'>): bigint =>
  row.ledgerPence - row.stripePence
