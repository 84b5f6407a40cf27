export const commitmentStates = ['reserved', 'committed', 'part-spent', 'spent', 'released', 'rolled'] as const
export type CommitmentState = (typeof commitmentStates)[number]
export type CommitmentCommand = 'commit' | 'spend' | 'spend-all' | 'return' | 'return-all' | 'release' | 'roll'

/** One slice as money moves it. */
export type Commitment = {
  id: string
  fundingRequestId: string
  budgetLineId: string
  pence: bigint
  spentPence: bigint
  rolledPence: bigint
  state: CommitmentState
}

/** What is still to be paid from it (B3, B4). */
export const remainderOf = (c: Pick<Commitment, 'pence' | 'spentPence' | 'rolledPence'>): bigint =>
  c.pence - c.spentPence - c.rolledPence
