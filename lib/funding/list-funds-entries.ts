import 'server-only'
import { listChainEvents } from '@/lib/audit/list-chain-events'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { FundsEntry } from './budget-year-rules'
import type { BudgetLine } from './funding-request'

const ofSlices = { FundsReserved: 'reserved', FundsCommitted: 'committed', FundsReleased: 'released' } as const
type Slice = { budgetLineId: string; pence: string }

/** Every move of money on a line, as its events tell it, in their order. The caller has shown that the actor handles this money. */
export async function listFundsEntries(tx: Tx, line: BudgetLine): Promise<FundsEntry[]> {
  const names = [...Object.keys(ofSlices), 'FundsSpent', 'FundsReturned', 'FundsRolled']
  const events = await listChainEvents(tx, line.organisationId, names)
  return events.flatMap(({ name, aboutId, at, data }) => {
    const told = data as Record<string, unknown>
    const entry = (kind: FundsEntry['kind'], requestId: string, pence: unknown): FundsEntry => ({
      on: dayOf(at),
      kind,
      requestId,
      pence: BigInt(String(pence)),
    })
    if (name in ofSlices)
      return (told.slices as Slice[])
        .filter(({ budgetLineId }) => budgetLineId === line.id)
        .map(({ pence }) => entry(ofSlices[name as keyof typeof ofSlices], aboutId, pence))
    const requestId = String(told.fundingRequestId)
    if (name === 'FundsSpent') return told.budgetLineId === line.id ? [entry('spent', requestId, told.pence)] : []
    if (name === 'FundsReturned')
      return told.budgetLineId === line.id ? [entry(told.isFree ? 'freed' : 'returned', requestId, told.pence)] : []
    if (told.fromLineId === line.id) return [entry('rolled-out', requestId, told.pence)]
    return told.intoLineId === line.id ? [entry('rolled-in', requestId, told.pence)] : []
  })
}
