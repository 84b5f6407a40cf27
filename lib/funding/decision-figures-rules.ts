import type { Day } from '@/lib/platform/days'
import { workingDaysLeft } from '@/lib/platform/working-days'

/** One request as public figures see it: no person, no practice, no words. */
export type DecidedRequest = {
  payerId: string
  state: string
  askedOn: Day
  decidedOn: Day | null
  declineCode: string | null
  overdue: boolean
  urgent: boolean
  reviewOverdue: boolean
  /** Returned with a question at least once. */
  deferred: boolean
}

/** `undefined` where a figure is of fewer than the smallest group, so that nobody can be found behind it. */
export type DecisionFigures = {
  payerId: string
  requests: number | undefined
  decided: number | undefined
  medianDays: number | undefined
  declined: number | undefined
  declinesByCode: Record<string, number | undefined>
  deferred: number | undefined
  overdue: number | undefined
  urgent: number | undefined
  urgentNotReviewed: number | undefined
}

/** The figures of each payer; every group smaller than `smallest` is left out, also where subtraction would tell it. */
export function figuresOf(requests: DecidedRequest[], smallest: number, holidays: Day[]): DecisionFigures[] {
  const payers = [...new Set(requests.map((r) => r.payerId))].sort()
  const large = (count: number) => (count >= smallest ? count : undefined)
  return payers.map((payerId) => {
    const own = requests.filter((r) => r.payerId === payerId)
    const decided = own.filter((r) => r.decidedOn !== null)
    const declined = own.filter((r) => r.declineCode !== null)
    const shown = large(own.length) !== undefined
    const of = (group: DecidedRequest[]) => (shown ? large(group.length) : undefined)
    return {
      payerId,
      requests: of(own),
      decided: of(decided),
      medianDays:
        of(decided) === undefined
          ? undefined
          : median(decided.map((r) => workingDaysLeft(r.askedOn, r.decidedOn!, holidays))),
      declined: of(declined),
      declinesByCode: codesOf(declined, of(declined), smallest),
      deferred: of(own.filter((r) => r.deferred)),
      overdue: of(own.filter((r) => r.overdue)),
      urgent: of(own.filter((r) => r.urgent)),
      urgentNotReviewed: of(own.filter((r) => r.reviewOverdue)),
    }
  })
}

/** Codes by count. Where a single small code could be had by subtraction from the total, the smallest shown one is left out too. */
function codesOf(declined: DecidedRequest[], total: number | undefined, smallest: number) {
  const counts = new Map<string, number>()
  for (const { declineCode } of declined) counts.set(declineCode!, (counts.get(declineCode!) ?? 0) + 1)
  const sorted = [...counts].sort(([, a], [, b]) => a - b)
  const small = sorted.filter(([, count]) => count < smallest)
  const hiddenSum = small.reduce((sum, [, count]) => sum + count, 0)
  const hidden = new Set(small.map(([code]) => code))
  if (small.length > 0 && (small.length === 1 || hiddenSum < smallest)) {
    const next = sorted.find(([code]) => !hidden.has(code))
    if (next) hidden.add(next[0])
  }
  return Object.fromEntries(
    sorted.map(([code, count]) => [code, total === undefined || hidden.has(code) ? undefined : count]),
  )
}

/** The middle value; of two middle ones the greater. */
const median = (days: number[]): number => days.toSorted((a, b) => a - b)[Math.floor(days.length / 2)]!
