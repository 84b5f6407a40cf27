import type { Bundle } from '@/lib/conformance/evidence/bundle'
import { canonicalJson, sha256Hex } from '@/lib/conformance/evidence/canonical-json'
import { verdictsOf } from '@/lib/conformance/evidence/verdict-rules'
import type { RunReport } from '@/lib/conformance/run/run-job'
import { type CheckedRequirement, mapOf } from './check-map-rules'

/** What is signed of a run (EV-02): its report with the register's own map, so that its verdicts name the register's requirements. */
export function bundleOf(report: RunReport, moduleVersionId: string, checked: CheckedRequirement[]): Bundle {
  const map = mapOf(checked)
  const results = report.results.map(({ check, result, reason, message }) => ({ check, result, reason, message }))
  return {
    schema: 'gpit.evidence/v1',
    kind: report.kind,
    suite: { ...report.suite, mapSha256: sha256Hex(canonicalJson(map)) },
    standardVersions: [...new Set(checked.map((c) => c.version))].sort(),
    moduleVersion: moduleVersionId,
    endpoint: report.base,
    addresses: report.addresses,
    tlsFingerprints: report.tlsFingerprints,
    nonce: report.nonce,
    startedAt: report.startedAt,
    map,
    results,
    exchanges: report.exchanges,
    verdicts: verdictsOf({ map, results }),
  }
}
