import 'server-only'
import type { RunReport } from '@/lib/conformance/run/run-job'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isSerious } from '../facts'
import { loadFactsOf } from '../load-facts-of'
import { checkedRequirements } from './check-map-rules'
import type { Run } from './run'

/** NC-02: checks that failed in a run that counts, of a requirement whose hazard is serious: a second runner tries them again. */
export async function seriousFailures(run: Run, report: RunReport): Promise<string[]> {
  if (run.kind === 'DRYRUN' || report.aborted) return []
  const loaded = await loadFactsOf(db, run.moduleVersionId)
  if (!loaded) return []
  const serious = checkedRequirements(loaded.facts, dayOf(run.queuedAt))
    .filter((c) => isSerious(c.requirement))
    .flatMap((c) => c.requirement.checks.map((check) => check.id))
  return report.results.filter((r) => r.result === 'FAIL' && serious.includes(r.check)).map((r) => r.check)
}
