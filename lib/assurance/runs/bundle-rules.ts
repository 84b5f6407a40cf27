import type { Bundle } from '@/lib/conformance/evidence/bundle'
import { canonicalJson, sha256Hex } from '@/lib/conformance/evidence/canonical-json'
import { bundleOf } from '@/lib/conformance/run/bundle-of'
import type { RunReport } from '@/lib/conformance/run/run-job'
import { type CheckedRequirement, mapOf } from './check-map-rules'

/** What is signed of a run (EV-02): its report with the register's own map, so that its verdicts name the register's requirements. */
export function bundleOfRun(report: RunReport, moduleVersion: string, checked: CheckedRequirement[]): Bundle {
  const map = mapOf(checked)
  const suite = { ...report.suite, mapSha256: sha256Hex(canonicalJson(map)) }
  const standardVersions = [...new Set(checked.map((c) => c.version))].sort()
  return bundleOf({ ...report, map, suite }, { standardVersions, moduleVersion })
}
