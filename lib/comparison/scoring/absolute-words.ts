import { poundsWords, roundHalfUp } from '@/lib/platform/money'
import { type Option, type Ranked, type View, views, type WholeLife } from './absolute'
import { adjustedPence, dominatedBy, rankedBy, wholeLifePence } from './absolute-rules'

export type NamedOption = Option & { name: string }
/** What the views of these options are made with. A point is shown as `points / pointScale`, such as 440 of 100 as 4.40. */
export type Scale = { floor: bigint | null; pointScale: bigint }
export type ViewLine = {
  id: string
  name: string
  cost: WholeLife
  costPence: bigint
  points: string
  perPoint: string
  adjusted: string
  places: Record<View, string>
  isFirst: Record<View, boolean>
  /** Which option beats it outright, in words; null where none does. */
  beaten: string | null
}
export type AbsoluteView = {
  lines: ViewLine[]
  floor: string | null
  hasPoints: boolean
  hasValues: boolean
  /** Which parts of the cost nobody knows here, in words. */
  unknown: string[]
}

export const viewWords: Record<View, string> = {
  threshold: 'Good enough, then cheapest',
  'per-point': 'Cost a point of quality',
  'in-pounds': 'Cost less worth of quality',
}
const whyWords: Record<NonNullable<Ranked['why']>, string> = {
  musts: 'A must is not met',
  'below-floor': 'Below the least quality',
  'no-points': 'Not scored',
}

/** The three views of these options as words and figures, the lines in the order of the default view (ABS-1). */
export function absoluteView(options: NamedOption[], { floor, pointScale }: Scale): AbsoluteView {
  const ranks = Object.fromEntries(
    views.map((view) => [view, new Map(rankedBy(view, options, floor).map((ranked) => [ranked.id, ranked]))]),
  ) as Record<View, Map<string, Ranked>>
  const beaten = dominatedBy(options)
  const nameOf = (id: string) => options.find((option) => option.id === id)!.name
  const byView = <T>(make: (view: View) => T) =>
    Object.fromEntries(views.map((view) => [view, make(view)])) as Record<View, T>
  const lines = [...ranks.threshold.keys()].map((id): ViewLine => {
    const option = options.find((one) => one.id === id)!
    const { points, worthPence, cost } = option
    const costPence = wholeLifePence(cost)
    const by = beaten.get(id)
    return {
      id,
      name: option.name,
      cost,
      costPence,
      points: points === null ? 'Not scored' : pointsWords(points, pointScale),
      perPoint:
        points === null || points <= 0n
          ? 'None'
          : `${poundsWords(roundHalfUp(costPence * pointScale, points))} a point`,
      adjusted: worthPence === null ? 'No values set' : poundsWords(adjustedPence(option)),
      places: byView((view) => placeWords(ranks[view].get(id)!)),
      isFirst: byView((view) => ranks[view].get(id)!.place === 1),
      beaten: by === undefined ? null : `${nameOf(by)} is no dearer and no worse`,
    }
  })
  return {
    lines,
    floor: floor === null ? null : pointsWords(floor, pointScale),
    hasPoints: options.some(({ points }) => points !== null),
    hasValues: options.some(({ worthPence }) => worthPence !== null),
    unknown: [
      ...(options.some(({ cost }) => cost.leaving === null) ? ['what leaving the present system costs'] : []),
      ...(options.some(({ cost }) => cost.overlap === null) ? ['the days on which both systems run'] : []),
    ],
  }
}

function pointsWords(points: bigint, scale: bigint): string {
  if (scale === 1n) return points.toString()
  const hundredths = roundHalfUp(points * 100n, scale)
  return `${hundredths / 100n}.${(hundredths % 100n).toString().padStart(2, '0')}`
}

function placeWords({ place, why }: Ranked): string {
  if (place === null) return whyWords[why!]
  const last = place % 10
  const isTeen = place > 10 && place < 14
  return `${place}${isTeen || last > 3 || last === 0 ? 'th' : ['st', 'nd', 'rd'][last - 1]}`
}
