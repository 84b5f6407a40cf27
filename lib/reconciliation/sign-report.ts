import { canonicalJson, sha256Hex } from './canonical-json'
import { plantedClasses } from './checks'
import type { Canary, SignedReport, UnsignedReport } from './report'
import { totalsProblems } from './report-rules'
import { canarySchema, unsignedReportSchema } from './report-schema'
import { addSignature } from './signature'

export type Signed = { ok: true; report: SignedReport } | { ok: false; because: string }

/**
 * Signs a report, and refuses one that proves nothing: exact small counts (`--exact`), figures that do not add up, or no
 * full canary of this profile, switch key and tool.
 */
export function signReport(report: unknown, canary: unknown, privateKeyPem: string): Signed {
  if (typeof report === 'object' && report !== null && 'exact' in report)
    return { ok: false, because: 'A report with exact small counts (--exact) stays at the practice and is not signed' }
  const parsed = unsignedReportSchema.safeParse(report)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { ok: false, because: `report: ${issue?.path.join('.') || 'file'}: ${issue?.message}` }
  }
  const problems = totalsProblems(parsed.data)
  if (problems.length > 0) return { ok: false, because: problems.join('; ') }
  const proof = canarySchema.safeParse(canary)
  if (!proof.success) return { ok: false, because: 'The canary file is not of the agreed form' }
  const missing = canaryProblem(parsed.data, proof.data)
  if (missing) return { ok: false, because: missing }
  const { seed, planted, found } = proof.data
  const withCanary = { ...parsed.data, canary: { sha256: sha256Hex(canonicalJson(proof.data)), seed, planted, found } }
  return { ok: true, report: addSignature(withCanary, privateKeyPem) }
}

/** Why this canary proves nothing about this report; undefined when it does. */
function canaryProblem(report: UnsignedReport, canary: Canary): string | undefined {
  if (canary.profileSha256 !== report.profile.sha256) return 'The canary was run with another profile'
  if (canary.keyId !== report.keyId) return 'The canary was run with another switch key'
  if (canonicalJson(canary.tool) !== canonicalJson(report.tool)) return 'The canary was run with another tool'
  const gaps = plantedClasses.filter((c) => {
    const cell = canary.byClass[c]
    return !cell || cell.planted === 0 || cell.found !== cell.planted
  })
  if (gaps.length > 0) return `The canary is not full: ${gaps.join(', ')} was not planted, or not all was found`
  const cells = Object.values(canary.byClass)
  const planted = cells.reduce((n, cell) => n + cell.planted, 0)
  if (canary.planted !== planted || canary.found !== planted) return 'The canary does not add up'
  return undefined
}
