import type { Entry } from '../model/program'
import { findBest, type Search } from '../solve/find-best'
import type { Weighed } from '../solve/preference'

const mostOthers = 4

/**
 * The next best plans that are really different (RES-2): each lacks at least three modules, or all where it has fewer, of every
 * plan before it. Only proven ones, best first; fewer where the market or the time holds no more.
 */
export function differentPlans(search: Search, first: Weighed): Weighed[] {
  const plans = [first]
  while (plans.length <= mostOthers) {
    const { best, isProven } = findBest({ ...search, more: plans.map(({ picks }) => awayFrom(picks)) })
    if (!best || !isProven) break
    plans.push(best)
  }
  return plans.slice(1)
}

function awayFrom(picks: number[]): { lower: number; upper: number; entries: Entry[] } {
  const distance = Math.min(3, picks.length)
  return { lower: -Infinity, upper: picks.length - distance, entries: picks.map((pick): Entry => [pick, 1]) }
}
