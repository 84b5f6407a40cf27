import { queryOptions } from '@tanstack/react-query'
import type { Progress, Run } from '@/lib/assurance/runs/run'
import { isUnderWay } from '@/lib/assurance/runs/run'

export type RunProgressView = Pick<Run, 'id' | 'state' | 'kind'> & { progress: Progress | null }

/** How far a run is, asked every second while it lasts. */
export const runProgress = (run: RunProgressView) =>
  queryOptions({
    queryKey: ['run-progress', run.id],
    queryFn: async (): Promise<RunProgressView> => (await fetch(`/runs/${run.id}/progress`)).json(),
    initialData: run,
    refetchInterval: (query) => (isUnderWay(query.state.data ?? run) ? 1_000 : false),
  })
