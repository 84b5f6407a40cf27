import type { Day } from '@/lib/platform/days'
import type { WorkItem, WorkLine } from './work-line'

type Kind = { key: string; one: string; many: string; href: string }

/**
 * What waits of one kind, in one line; none where nothing does. One thing alone is linked to its own page, several to their list.
 * A thing is late from the day after it was due.
 */
export function lineOf({ key, one, many, href }: Kind, items: WorkItem[], today: Day): WorkLine[] {
  if (items.length === 0) return []
  const due = items.flatMap((item) => item.due ?? []).toSorted()
  const own = items.length === 1 ? items[0]?.href : undefined
  return [
    {
      key,
      words: items.length === 1 ? one : many,
      count: items.length,
      due: due[0] ?? null,
      late: due.filter((day) => day < today).length,
      href: own ?? href,
    },
  ]
}

/** What is late first, then what is due soonest; what has no day at the end, in the order in which it was found. */
export const byUrgency = (lines: WorkLine[]): WorkLine[] =>
  lines.toSorted((a, b) => {
    if (a.late > 0 !== b.late > 0) return a.late > 0 ? -1 : 1
    return (a.due ?? '9999') < (b.due ?? '9999') ? -1 : (a.due ?? '9999') > (b.due ?? '9999') ? 1 : 0
  })
