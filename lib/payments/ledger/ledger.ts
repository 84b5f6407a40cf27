/**
 * The accounts of the ledger. Those of a payer or a supplier name their organisation; the others are the portal's own:
 * what a payer owes, what a supplier is owed, money that is here, money held for a payer, money that fits nothing, money on its
 * way to a supplier, and the levy.
 */
export const ledgerAccounts = [
  'receivable',
  'payable',
  'cash',
  'cashHeld',
  'suspense',
  'inTransit',
  'platformFee',
] as const
export type LedgerAccount = (typeof ledgerAccounts)[number]

/** Whose an account is, by name; the rest belong to nobody but the portal. */
export const accountOwner: Record<LedgerAccount, 'payer' | 'supplier' | null> = {
  receivable: 'payer',
  payable: 'supplier',
  cash: null,
  cashHeld: 'payer',
  suspense: null,
  inTransit: 'supplier',
  platformFee: null,
}

/** Pence above 0 is a debit, below 0 a credit. */
export type LedgerEntry = { account: LedgerAccount; organisationId: string | null; pence: bigint }

export type Posting = {
  /** What is posted once and no more: the same key again is the same transaction (M6). */
  key: string
  kind: string
  about: { type: string; id: string }
  entries: LedgerEntry[]
  /** The transaction that this one takes back, whole. */
  reversesId?: string
}

export type LedgerTransaction = Posting & { id: string; bodySha256: string; postedAt: Date }
