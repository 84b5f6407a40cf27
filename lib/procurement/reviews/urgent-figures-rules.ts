import type { Day } from '@/lib/platform/days'
import { type AwardReview, stateOfReview } from './award-review'

type Counted = Pick<AwardReview, 'payerId' | 'dueOn' | 'reviewedAt'> & { awardedOn: Day }
/** `undefined`: of fewer awards than the smallest group, so that nobody can be found behind it. */
export type UrgentFigures = { payerId: string; year: number; awards: number | undefined; overdue: number | undefined }

/** Urgent awards by payer and calendar year, the newest year first, and how many reviews are overdue today (D3, K1 `smallest-group`). */
export function urgentFiguresOf(reviews: Counted[], smallest: number, today: Day): UrgentFigures[] {
  const keyOf = ({ payerId, awardedOn }: Counted) => `${awardedOn.slice(0, 4)} ${payerId}`
  return [...new Set(reviews.map(keyOf))]
    .map((key) => {
      const group = reviews.filter((review) => keyOf(review) === key)
      const large = (n: number) => (group.length >= smallest && (n === 0 || n >= smallest) ? n : undefined)
      const overdue = group.filter((review) => stateOfReview(review, today) === 'overdue').length
      const { payerId, awardedOn } = group[0]!
      return { payerId, year: Number(awardedOn.slice(0, 4)), awards: large(group.length), overdue: large(overdue) }
    })
    .sort((a, b) => b.year - a.year || (a.payerId < b.payerId ? -1 : 1))
}
