import { join } from 'node:path'
import { type ReconcileOptions, reconcile } from '@/lib/reconciliation/reporting/reconcile'
import type { LoadedProfile } from '@/lib/reconciliation/sameness/load-profile'
import { noRules, switchKey } from './reconciliation-runs'

/** The report of `source/` and `target/` of a folder, as the verb `compare` makes it. */
export const reportOf = (folder: string, loaded: LoadedProfile = noRules, more: Partial<ReconcileOptions> = {}) =>
  reconcile({
    source: join(folder, 'source'),
    target: join(folder, 'target'),
    loaded,
    switchKey,
    runId: '7f8d6c1e-3b1a-4c55-9b0e-0a4f2d6f9a11',
    kind: 'trial',
    engine: 'reference',
    now: () => new Date('2026-03-02T10:00:00Z'),
    ...more,
  })
