import { remainderOf } from './commitment'
import type { BudgetLine, FundingRequest } from './funding-request'

export type MeterPart = { key: 'spent' | 'committed' | 'reserved' | 'this'; pence: bigint }

/** What is spent, committed and reserved of a line by others, and what this request holds of it: together what is used (B1). */
export function meterOf(request: Pick<FundingRequest, 'slices'>, line: BudgetLine): MeterPart[] {
  const own = request.slices.filter((slice) => slice.budgetLineId === line.id)
  const held = (...states: string[]) =>
    own.filter(({ state }) => states.includes(state)).reduce((sum, slice) => sum + remainderOf(slice), 0n)
  const [reserved, committed] = [held('reserved'), held('committed', 'part-spent')]
  return [
    { key: 'spent', pence: line.spentPence },
    { key: 'committed', pence: line.committedPence - committed },
    { key: 'reserved', pence: line.reservedPence - reserved },
    { key: 'this', pence: reserved + committed },
  ]
}
