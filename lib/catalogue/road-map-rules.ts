import type { Day } from '@/lib/platform/days'

/** Whether the quarter, `Q3 2027`, is over: a published step that is still to come by then is overdue, by date alone (P23). */
export function isOverdue({ quarter }: { quarter: string }, today: Day): boolean {
  const now = `${today.slice(0, 4)}${Math.ceil(Number(today.slice(5, 7)) / 3)}`
  return quarter.slice(3) + quarter.slice(1, 2) < now
}
