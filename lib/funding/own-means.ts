/** What a payer has left of one stream in a financial year, in pence. */
export type YearLeft = { year: number; leftPence: bigint }

/** Who may approve what a payer is asked for, up to this amount in pence. */
export type Approver = { personId: string; limitPence: bigint }
