import type { Bundle } from '../evidence/bundle'
import { verdictsOf } from '../evidence/verdict-rules'
import type { RunReport } from './run-job'

/** What a run was for, which the runner does not know. */
type Occasion = Pick<Bundle, 'standardVersions' | 'moduleVersion'>

/** The evidence of a run as it is signed (EV-02); its verdicts follow from its results. */
export function bundleOf(report: RunReport, { standardVersions, moduleVersion }: Occasion): Bundle {
  const { map, results } = report
  return {
    schema: 'gpit.evidence/v1',
    kind: report.kind,
    suite: report.suite,
    standardVersions,
    moduleVersion,
    endpoint: report.base,
    addresses: report.addresses,
    tlsFingerprints: report.tlsFingerprints,
    nonce: report.nonce,
    startedAt: report.startedAt,
    map,
    results: results.map(({ check, result, reason, message }) => ({ check, result, reason, message })),
    exchanges: report.exchanges,
    verdicts: verdictsOf({ map, results }),
  }
}
