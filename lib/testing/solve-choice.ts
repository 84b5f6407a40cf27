import type { Choice } from '@/lib/comparison/optimiser/choice'
import { buildModel } from '@/lib/comparison/optimiser/model/build-model'
import { readChoice } from '@/lib/comparison/optimiser/model/read-choice'
import { type Found, findBest, type Search } from '@/lib/comparison/optimiser/solve/find-best'
import { loadSolver } from '@/lib/comparison/optimiser/solve/solver'

/** A choice made ready for searches, with a minute of solving. */
export async function searchFor(choice: Choice, over: Partial<Search> = {}): Promise<Search> {
  const market = readChoice(choice)
  return {
    highs: await loadSolver(),
    market,
    program: buildModel(market),
    allowance: { secondsLeft: 60 },
    ...over,
  }
}

export const bestOf = async (choice: Choice, over: Partial<Search> = {}): Promise<Found> =>
  findBest(await searchFor(choice, over))

/** Module ids in names that a plan's picks stand for, as `M01@A`, so that plans of differently sized markets compare. */
export async function namesOf(choice: Choice, picks: number[]): Promise<string[]> {
  const { market } = await searchFor(choice)
  const { length } = market.sites
  return picks.map((pick) => `${market.modules[Math.floor(pick / length)]!.id}@${market.sites[pick % length]!.id}`)
}
