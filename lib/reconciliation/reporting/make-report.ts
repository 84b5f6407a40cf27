import { engineChecks } from '../checks'
import type { Comparison, Faulty } from '../compare/comparison'
import type { ReportKind, Tool, UnsignedReport } from '../report'
import type { LoadedProfile } from '../sameness/load-profile'
import type { ManifestCheck } from './check-manifest'
import { checkRows, notRun } from './check-rows'
import { monthTable } from './months'
import { type Tally, unexplainedOf } from './tally'
import { withoutNumbers } from './without-numbers'

/** What every report says of its run, whatever came of it. */
export type RunFacts = {
  runId: string
  kind: ReportKind
  tool: Tool
  loaded: LoadedProfile
  keyId: string
  manifests: Record<'source' | 'target', string | null>
  startedAt: Date
  finishedAt: Date
}

/** The exact report of a comparison: no count is masked yet, so it may not leave the practice (see `mask-report.ts`). */
export function makeReport(
  facts: RunFacts,
  comparison: Comparison,
  tally: Tally,
  manifests: Record<'source' | 'target', ManifestCheck | undefined>,
): UnsignedReport {
  const { source, target, links, merkle } = comparison
  const bothManifests = manifests.source && manifests.target
  const listed = [manifests.source, manifests.target].some((one) => one?.hasExclusions)
  const checks = checkRows(comparison, tally, bothManifests && { listed })
  const { S1, S2, S3, S4, explained } = tally.totals
  const isClean = unexplainedOf(tally.totals) === 0
  const matched = Object.values(comparison.matched).reduce((a, b) => a + b, 0) - comparison.explained.length
  return {
    ...heading(facts, tally, comparison.touched),
    source: { manifestSha256: facts.manifests.source, ...sideFigures(source) },
    target: { manifestSha256: facts.manifests.target, ...sideFigures(target) },
    verdict: !isClean ? 'different' : explained > 0 ? 'equal-with-rules' : 'equal',
    complete: checks.every((check) => check.status !== 'not-run'),
    totals: { matched, explained, unexplained: { S1, S2, S3, S4 }, byClass: Object.fromEntries(tally.byClass) },
    checks,
    links: {
      source: source.references,
      target: target.references,
      dangling: [source.dangling.count, target.dangling.count],
      explainedByNeighbour: links.filter((link) => link.neighbour).length,
      indistinguishable: comparison.indistinguishable,
    },
    merkle: { ...merkle, algorithm: 'HMAC-SHA-256/RFC6962' },
    months: monthTable(source, target),
    errors: null,
    ...times(facts),
  }
}

/** IN-03, IN-04: the report of faulty input compares nothing and gives no verdict but that. */
export function makeFaultReport(facts: RunFacts, { faults, count }: Faulty): UnsignedReport {
  const none = { S1: 0, S2: 0, S3: 0, S4: 0 }
  const side = { files: 0, bytes: 0, resources: 0, patients: 0, byType: {} }
  return {
    ...heading(facts, undefined, {}),
    source: { manifestSha256: facts.manifests.source, ...side },
    target: { manifestSha256: facts.manifests.target, ...side },
    verdict: 'invalid-input',
    complete: false,
    totals: { matched: null, explained: 0, unexplained: none, byClass: {} },
    checks: engineChecks.map(notRun),
    links: { source: 0, target: 0, dangling: [0, 0], explainedByNeighbour: 0, indistinguishable: 0 },
    merkle: { root: '0'.repeat(64), leaves: 0, algorithm: 'HMAC-SHA-256/RFC6962' },
    errors: faults.slice(0, 100).map(({ code, side: which, file, line, byte, message }) => ({
      code,
      side: which,
      file: withoutNumbers(file).slice(-200),
      line,
      byte,
      message: message.slice(0, 200),
    })),
    errorCount: count,
    ...times(facts),
  }
}

function heading(facts: RunFacts, tally: Tally | undefined, touched: Record<string, number>) {
  const { profile, sha256 } = facts.loaded
  return {
    version: 1 as const,
    runId: facts.runId,
    kind: facts.kind,
    tool: facts.tool,
    profile: {
      sha256,
      asOf: profile.asOf!,
      fhirVersion: profile.fhirVersion,
      rules: profile.rules.map((rule) => ({
        id: rule.id,
        version: versionOf(rule),
        touched: touched[rule.id] ?? 0,
        explained: tally?.explainedByRule.get(rule.id) ?? 0,
      })),
    },
    keyId: facts.keyId,
    canary: null,
  }
}

const versionOf = (rule: object): number => ('version' in rule && typeof rule.version === 'number' ? rule.version : 1)

const times = ({ startedAt, finishedAt }: RunFacts) => ({
  startedAt: startedAt.toISOString(),
  finishedAt: finishedAt.toISOString(),
})

const sideFigures = ({ files, bytes, resources, patients, keyless, byType }: Comparison['source']) => ({
  files: files.length,
  bytes,
  resources,
  patients: patients.size + keyless.length,
  byType,
})
