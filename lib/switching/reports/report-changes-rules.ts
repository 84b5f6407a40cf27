import { bounds, type DifferenceCount, type UnsignedReport } from '@/lib/reconciliation/report'

type Check = UnsignedReport['checks'][number]
type Run = { id: string; takenInAt: Date; sourceManifest: string; targetManifest: string }

export const changeWords = {
  better: 'Better',
  worse: 'Worse',
  same: 'The same',
  'cannot-tell': 'Cannot tell: both counts are masked',
  'now-run': 'Run for the first time',
  'no-longer-run': 'No longer run',
} as const
export type Change = keyof typeof changeWords

/** The run before this one over other data: a second party's run over the same data changes nothing and is passed over. */
export function runBefore<T extends Run>(runs: T[], run: T): T | undefined {
  return runs
    .filter((one) => one.takenInAt < run.takenInAt)
    .filter((one) => one.sourceManifest !== run.sourceManifest || one.targetManifest !== run.targetManifest)
    .sort((a, b) => b.takenInAt.getTime() - a.takenInAt.getTime())[0]
}

/** Per check of the later run, whether it stands better or worse than in the earlier one. */
export function changesOf(earlier: Check[], later: Check[]): { id: string; change: Change }[] {
  return later.map((check) => ({
    id: check.id,
    change: changeOf(
      earlier.find((c) => c.id === check.id),
      check,
    ),
  }))
}

function changeOf(before: Check | undefined, after: Check): Change {
  const ran = before !== undefined && before.status !== 'not-run'
  if (after.status === 'not-run') return ran ? 'no-longer-run' : 'same'
  if (!ran) return 'now-run'
  for (const severity of ['S1', 'S2', 'S3', 'S4'] as const) {
    const change = compared(before.unexplained[severity], after.unexplained[severity])
    if (change !== 'same') return change
  }
  return 'same'
}

/** PC-01: a masked count stands for several numbers, so two of them may not be told apart. */
function compared(before: DifferenceCount, after: DifferenceCount): Change {
  const [least, most] = bounds(before)
  const [low, high] = bounds(after)
  if (high < least) return 'better'
  if (low > most) return 'worse'
  return least === most && low === high ? 'same' : 'cannot-tell'
}
