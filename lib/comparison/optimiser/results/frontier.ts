import type { Entry } from '../model/program'
import { type Found, findBest, type Search } from '../solve/find-best'
import type { Weighed } from '../solve/preference'

/**
 * Cost against worth (RES-3): from the plan that is cheapest of all, the floor is raised above the worth reached, in steps of
 * 1 point or of 2 % of all worth. Each point is the cheapest for its floor and, of equal cost, the worthiest (EX-6), so none is
 * dominated. Complete only where no floor between two points was stepped over, and every point is proven.
 */
export function frontierFrom(
  search: Search,
  first: Found,
  stepPercent: 1 | 2,
): { points: Weighed[]; isComplete: boolean } {
  const whole = search.market.wishes.reduce((sum, { worth }) => sum + worth, 0)
  const points: Weighed[] = []
  let isComplete = true
  let found = first
  while (found.best && found.isProven) {
    const point = found.best
    points.push(point)
    if (point.worth >= whole) return { points, isComplete }
    const floor = nextFloor(point.worth, whole, stepPercent)
    if (floor > point.worth + 1) isComplete = false
    found = withFloor(search, floor)
  }
  return { points, isComplete: isComplete && found.isProven }
}

/** The next floor above a worth: the next point, or the next whole step of so many per cent. */
export function nextFloor(worth: number, whole: number, stepPercent: 1 | 2): number {
  if (stepPercent === 1) return worth + 1
  for (let percent = 0; percent <= 100; percent += stepPercent) {
    const floor = Math.ceil((percent * whole) / 100)
    if (floor > worth) return floor
  }
  return worth + 1
}

function withFloor(search: Search, floorWorth: number): Found {
  const { market, program } = search
  const firstWish = program.columns.findIndex(({ id }) => id.startsWith('v:'))
  const entries = market.wishes.map(({ worth }, w): Entry => [firstWish + w, worth])
  return findBest({
    ...search,
    market: { ...market, floorWorth },
    more: [{ lower: floorWorth, upper: Infinity, entries }],
  })
}
