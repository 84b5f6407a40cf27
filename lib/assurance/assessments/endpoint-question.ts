import type { RunReport } from '@/lib/conformance/run/run-job'
import type { Day } from '@/lib/platform/days'
import { type Endpoint, isReady } from '../endpoints/endpoint'
import type { ModuleFacts } from '../facts'
import { standardRows } from '../standard-value-rules'

/** What the portal knows of the tests of a module version: its endpoint, and the report of its newest dry run. */
export type Tested = { endpoint: Endpoint | undefined; dryRun: RunReport | undefined }

/**
 * What stands against a submission because machines test some requirement (assurance §4): the endpoint is proven and approved,
 * and the newest dry run has no FAIL. A module none of whose requirements is tested by a machine needs neither.
 */
export function againstSubmission(facts: ModuleFacts, { endpoint, dryRun }: Tested, day: Day): string | undefined {
  const checks = standardRows(facts, day).flatMap((s) =>
    s.rows.flatMap((row) => row.requirement.checks.map((c) => c.id)),
  )
  if (checks.length === 0) return undefined
  if (!endpoint || !isReady(endpoint, day))
    return 'ENDPOINT_NOT_PROVEN: prove your endpoint first: a requirement is checked by machine'
  if (!dryRun) return 'Make a dry run first: a requirement is checked by machine'
  const failed = dryRun.results.filter((r) => r.result === 'FAIL' && checks.includes(r.check)).map((r) => r.check)
  return failed.length > 0 ? `Your newest dry run fails ${failed.join(', ')}: mend that, and dry-run again` : undefined
}
