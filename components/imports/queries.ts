import { queryOptions } from '@tanstack/react-query'
import { type ImportRun, isUnderWay } from '@/lib/platform/imports/import-run'

export type RunProgress = Pick<ImportRun, 'id' | 'state' | 'checked' | 'written' | 'total'>

/** How far an import is, asked every second while the worker is busy with it. */
export const importProgress = (run: RunProgress) =>
  queryOptions({
    queryKey: ['import-progress', run.id],
    queryFn: async (): Promise<RunProgress> => (await fetch(`/admin/imports/${run.id}/progress`)).json(),
    initialData: run,
    refetchInterval: (query) => (isUnderWay(query.state.data ?? run) ? 1_000 : false),
  })
