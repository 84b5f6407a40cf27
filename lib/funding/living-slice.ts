/** What a request still holds on one budget line, in pence, and who asked for it and approved it. */
export type LivingSlice = {
  fundingRequestId: string
  budgetLineId: string
  year: number
  stream: string
  leftPence: bigint
}
export type SlicesOf = { slices: LivingSlice[]; requestedByIds: string[]; decidedByIds: string[] }
