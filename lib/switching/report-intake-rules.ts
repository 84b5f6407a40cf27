import { canonicalJson } from '@/lib/platform/canonical-json'
import type { SignedReport, Tool } from '@/lib/reconciliation/report'
import { totalsProblems } from '@/lib/reconciliation/report-rules'
import { kernelTool, thisTool } from '@/lib/reconciliation/tool'
import { holdsNhsNumber } from './free-text-rules'
import type { ManifestFact } from './switch-facts'

/** SW-07. */
export const reportLimit = 1_000_000

/** The authority's list of checkers whose reports count, where it has set none of its own: the one released with this portal. */
export const listedTools: Tool[] = [kernelTool, thisTool]

export type IntakeFacts = {
  now: Date
  tools: Tool[]
  source: ManifestFact | undefined
  target: ManifestFact | undefined
}

/**
 * RP-04 after form and signature: why a genuine report is not taken in, in words for the person who sent it; undefined where
 * nothing speaks against it.
 */
export function intakeProblem(report: SignedReport, { now, tools, source, target }: IntakeFacts): string | undefined {
  if (!tools.some((tool) => canonicalJson(tool) === canonicalJson(report.tool)))
    return `The checker ${report.tool.name} ${report.tool.version} is not on the authority's list`
  if (!source || !target) return 'The manifests of this load are not both signed yet'
  if (report.source.manifestSha256 !== source.sha256)
    return 'The report is about another extract than the one whose manifest the losing supplier signed'
  if (report.target.manifestSha256 !== target.sha256)
    return 'The report is about another load than the one whose manifest the gaining supplier signed'
  const [started, finished] = [Date.parse(report.startedAt), Date.parse(report.finishedAt)]
  if (started <= source.signedAt.getTime() || started <= target.signedAt.getTime())
    return 'The run began before both manifests were signed'
  if (finished > now.getTime()) return 'The run ends in the future'
  const problems = totalsProblems(report)
  if (problems.length > 0) return `The figures do not add up: ${problems.join('; ')}`
  if (report.verdict === 'invalid-input') return 'The run stopped at faulty input and gives no verdict'
  const texts = (report.errors ?? []).flatMap((e) => [e.file, e.message])
  if (texts.some(holdsNhsNumber)) return 'The report holds what could be an NHS number'
  return undefined
}
