import type { Day } from '@/lib/platform/days'

export const exceptionCodes = [
  'price',
  'quantity',
  'not-live',
  'over-commitment',
  'duplicate-period',
  'vat',
  'no-commitment-number',
  'bank-details',
] as const
export type ExceptionCode = (typeof exceptionCodes)[number]

/** What an exception is called, and who can clear it (V2). */
export const exceptionWords: Record<ExceptionCode, { title: string; cleared: string }> = {
  price: { title: 'Price', cleared: 'The supplier, by submitting the frozen price' },
  quantity: { title: 'Quantity', cleared: 'The supplier, by submitting the days or calls of the evidence' },
  'not-live': { title: 'Not in use', cleared: 'The practice and the supplier, by confirming the same day of go-live' },
  'over-commitment': { title: 'Over the commitment', cleared: 'The payer, by funding a change of the contract' },
  'duplicate-period': {
    title: 'Charged already',
    cleared: 'The supplier, by leaving out what another invoice charges',
  },
  vat: { title: 'VAT', cleared: 'The supplier, by submitting the VAT of these lines' },
  'no-commitment-number': { title: 'No commitment', cleared: 'The payer, by approving money for the order' },
  'bank-details': { title: 'Bank details', cleared: 'A second person of the supplier, by confirming the account' },
}

/** Why a submission does not match; a line's key where it is about one line. */
export type MatchException = { code: ExceptionCode; lineKey: string | null; words: string }

/** One line as the supplier submits it, in pence without VAT. */
export type SubmittedLine = { key: string; month: Day; quantity: bigint; netPence: bigint }
