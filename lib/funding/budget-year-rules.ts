import { addMonths, type Day } from '@/lib/platform/days'
import type { BudgetLine } from './funding-request'

/** One move of money on a line, from the append-only events: whose request, how much, on which day. */
export type FundsEntry = {
  on: Day
  kind: 'reserved' | 'committed' | 'spent' | 'released' | 'rolled-out' | 'rolled-in' | 'returned' | 'freed'
  requestId: string
  pence: bigint
}
export type AllocationEntry = { on: Day; fromPence: bigint; toPence: bigint }

/** How a line stood when a month was over; of the month that runs, how it stands today. */
export type YearPoint = {
  /** `before`: what fell before the year began; `after`: what came after it; else the month, YYYY-MM. */
  month: string
  allocatedPence: bigint
  reservedPence: bigint
  committedPence: bigint
  spentPence: bigint
}
type Held = { reserved: bigint; committed: bigint; spent: bigint }

/**
 * A budget line through its financial year (1 April to 31 March), month by month up to today, replayed from the entries in
 * their order. The allocation goes back from today's by its recorded changes.
 */
export function budgetYear(
  line: Pick<BudgetLine, 'year' | 'allocatedPence'>,
  entries: FundsEntry[],
  changes: AllocationEntry[],
  today: Day,
): YearPoint[] {
  const [first, last] = [`${line.year}-04-01`, `${line.year + 1}-03-31`]
  const points: YearPoint[] = []
  const at = (month: string, until: Day) => points.push({ month, ...standing(line, entries, changes, until) })
  if (entries.some(({ on }) => on < first) || today < first) at('before', before(first))
  for (let month = first; month <= last && month <= today; month = addMonths(month, 1))
    at(month.slice(0, 7), `${month.slice(0, 7)}-31`)
  if (today > last && entries.some(({ on }) => on > last)) at('after', today)
  return points
}

/** The greatest text that is a day before this one: days compare as text. */
const before = (day: Day): Day => `${addMonths(day, -1).slice(0, 7)}-31`

function standing(
  line: Pick<BudgetLine, 'allocatedPence'>,
  entries: FundsEntry[],
  changes: AllocationEntry[],
  until: Day,
) {
  const byRequest = new Map<string, Held>()
  for (const entry of entries.filter(({ on }) => on <= until)) {
    const held = byRequest.get(entry.requestId) ?? { reserved: 0n, committed: 0n, spent: 0n }
    byRequest.set(entry.requestId, after(held, entry))
  }
  const sum = (key: keyof Held) => [...byRequest.values()].reduce((total, held) => total + held[key], 0n)
  const later = changes.filter(({ on }) => on > until).reduce((s, c) => s + c.toPence - c.fromPence, 0n)
  return {
    allocatedPence: line.allocatedPence - later,
    reservedPence: sum('reserved'),
    committedPence: sum('committed'),
    spentPence: sum('spent'),
  }
}

/** A slice is reserved, then committed, then spent; what is released was reserved until it was committed; what is given back is free where its slice lives no more. */
function after({ reserved, committed, spent }: Held, { kind, pence }: FundsEntry): Held {
  switch (kind) {
    case 'reserved':
      return { reserved: reserved + pence, committed, spent }
    case 'committed':
      return { reserved: reserved - pence, committed: committed + pence, spent }
    case 'spent':
      return { reserved, committed: committed - pence, spent: spent + pence }
    case 'returned':
      return { reserved, committed: committed + pence, spent: spent - pence }
    case 'freed':
      return { reserved, committed, spent: spent - pence }
    case 'rolled-in':
      return { reserved, committed: committed + pence, spent }
    case 'rolled-out':
      return { reserved, committed: committed - pence, spent }
    case 'released':
      return reserved >= pence && reserved > 0n
        ? { reserved: reserved - pence, committed, spent }
        : { reserved, committed: committed - pence, spent }
  }
}
