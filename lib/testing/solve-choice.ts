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
