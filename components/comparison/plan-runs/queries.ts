import { queryOptions } from '@tanstack/react-query'
import { isUnderWay, type PlanRun } from '@/lib/comparison/plans/plan-run'

export type PlanProgressView = Pick<PlanRun, 'id' | 'state' | 'progress' | 'limitSeconds'>

/** How far a plan is, asked every second while it is computed. */
export const planProgress = (run: PlanProgressView) =>
  queryOptions({
    queryKey: ['plan-progress', run.id],
    queryFn: async (): Promise<PlanProgressView> => (await fetch(`/shortlists/plans/${run.id}/progress`)).json(),
    initialData: run,
    refetchInterval: (query) => (isUnderWay(query.state.data ?? run) ? 1_000 : false),
  })
