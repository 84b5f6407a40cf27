import type { Day } from '../days'

export type ImportState = 'uploaded' | 'rejected' | 'ready' | 'applying' | 'applied' | 'failed' | 'abandoned'
export type ImportCommand = 'check' | 'reject' | 'start' | 'apply' | 'fail' | 'abandon'

/** One file on its way in, as the curator's pages show it. */
export type ImportRun = {
  id: string
  kind: string
  fileName: string
  sha256: string
  byteCount: number
  asOf: Day | null
  state: ImportState
  version: number
  total: number
  read: number
  checked: number
  written: number
  newRows: number
  changedRows: number
  unchangedRows: number
  absentRows: number
  errors: number
  warnings: number
  counts: Record<string, number>
  failure: string | null
  createdAt: Date
  finishedAt: Date | null
}

export const importStateLabels: Record<ImportState, string> = {
  uploaded: 'Being checked',
  rejected: 'Rejected',
  ready: 'Ready to apply',
  applying: 'Being applied',
  applied: 'Applied',
  failed: 'Failed',
  abandoned: 'Abandoned',
}

export const importStateColours: Record<ImportState, 'blue' | 'red' | 'yellow' | 'green' | 'grey'> = {
  uploaded: 'blue',
  rejected: 'red',
  ready: 'yellow',
  applying: 'blue',
  applied: 'green',
  failed: 'red',
  abandoned: 'grey',
}

/** Whether the worker is busy with it: the page then shows its progress and asks again. */
export const isUnderWay = (run: Pick<ImportRun, 'state'>): boolean =>
  run.state === 'uploaded' || run.state === 'applying'

/** How far it is, from 0 to 100: checking and writing are half each while it is applied. */
export function percentDone(run: Pick<ImportRun, 'state' | 'checked' | 'written' | 'total'>): number {
  if (!isUnderWay(run)) return 100
  if (run.total === 0) return 0
  const part = run.state === 'uploaded' ? run.checked : (run.checked + run.written) / 2
  return Math.min(99, Math.floor((part * 100) / run.total))
}
