import 'server-only'
import { nextPlan } from '@/lib/comparison/plans/start-plan'
import type { Context } from '@/lib/platform/context'
import { logger } from '@/lib/platform/logger'
import { performPlan } from './perform-plan'

/** RUN-4: more threads would slow each other and everything beside them. */
const mostThreads = 2
const inHand = new Map<string, Promise<void>>()

/** Begins the runs that wait, as far as there are threads for them. @returns how many it began; it does not wait for their ends. */
export async function workOnPlans(ctx: Context): Promise<number> {
  let begun = 0
  while (inHand.size < mostThreads) {
    const run = await nextPlan(ctx, [...inHand.keys()])
    if (!run) break
    begun++
    const work = performPlan(ctx, run)
      .catch((error: Error) => logger.error({ err: error, planRunId: run.id }, 'a plan will be tried again'))
      .finally(() => inHand.delete(run.id))
    inHand.set(run.id, work)
  }
  return begun
}

/** Ends when every run in hand has: for tests. */
export const plansInHand = (): Promise<unknown> => Promise.all(inHand.values())
