import { syntheticChoice } from '@/lib/testing/markets'
import { startPlanThread } from '@/lib/worker/plans/start-plan-thread'

// Proves plans of 1,000 modules one after the other, each in a thread as the worker starts it, until it is ended.
for (let seed = 1; ; seed++) {
  const choice = syntheticChoice({ modules: 1_000, seed, needs: 30 })
  const { ended } = startPlanThread(
    { choice, question: { kind: 'frontier', stepPercent: 2 }, limitSeconds: 60, lastChanged: [] },
    () => undefined,
  )
  await ended
}
