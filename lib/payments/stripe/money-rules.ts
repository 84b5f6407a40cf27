type Facts = {
  /** What of the payer's money Stripe has put on this invoice, less what went back, in pence. */
  fundedPence: bigint
  /** What of it we have posted. */
  recordedPence: bigint
  /** What the payer has sent in all, less what we have posted for all of their invoices: never more than this is new. */
  unrecordedPence: bigint
}

/**
 * The money that is new on an invoice, in pence; 0 where there is none. It follows from where things stand and not from what
 * was told, so events in any order, twice or late end the same (I2).
 */
export function newMoney({ fundedPence, recordedPence, unrecordedPence }: Facts): bigint {
  const missing = fundedPence - recordedPence
  const least = missing < unrecordedPence ? missing : unrecordedPence
  return least > 0n ? least : 0n
}

/** The key under which money is posted: which invoice at Stripe, and how far it is funded with it. */
export const moneyKey = (stripeId: string, fundedTo: bigint): string => `stripe/${stripeId}/${fundedTo}`

/** The key under which the share of a transfer is posted, and that of what takes it back. */
export const shareKey = (transferId: string): string => `stripe/${transferId}`

const states = {
  pending: 'pending',
  in_transit: 'in-transit',
  paid: 'paid',
  failed: 'failed',
  canceled: 'failed',
} as const

/** How far a payout is in our words; undefined for a word that Stripe did not have when this was written. */
export const payoutStateOf = (status: string): (typeof states)[keyof typeof states] | undefined =>
  Object.hasOwn(states, status) ? states[status as keyof typeof states] : undefined
