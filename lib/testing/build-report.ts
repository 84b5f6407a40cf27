import { randomUUID } from 'node:crypto'
import { sha256Hex } from '@/lib/reconciliation/canonical-json'
import { engineChecks, plantedClasses } from '@/lib/reconciliation/checks'
import {
  type Canary,
  maskCount,
  type ReportKind,
  type SignedReport,
  type UnsignedReport,
} from '@/lib/reconciliation/report'
import { signReport } from '@/lib/reconciliation/sign-report'
import { thisTool } from '@/lib/reconciliation/tool'

/** The checks that the first release of the checker does not run; a report says so and is not complete. */
const notRun = ['C10', 'C12', 'C17', 'C22']
const types = { Patient: 9871, AllergyIntolerance: 6120, MedicationRequest: 88_410, Observation: 412_007 }

export type ReportSituation = {
  kind: ReportKind
  sourceManifestSha256: string
  targetManifestSha256: string
  startedAt: Date
  finishedAt?: Date
  /** Exact differences without explanation, masked here as the checker masks them. S1 are lost allergies, S2 altered numbers. */
  unexplained?: { S1?: number; S2?: number }
  /** Two runs over the same data, profile and switch key have the same root. */
  root?: string
  /** Checks that are run although the first release of the checker does not run them. */
  also?: string[]
  runId?: string
}

/** A report as the checker would write it for a pair of exports with the given losses, not yet signed. */
export function buildReport(situation: ReportSituation): UnsignedReport {
  const { S1 = 0, S2 = 0 } = situation.unexplained ?? {}
  const resources = Object.values(types).reduce((a, b) => a + b, 0)
  const side = { files: 4, bytes: 1_482_113_904, resources, patients: types.Patient, byType: types }
  const clean = S1 + S2 === 0
  const unexplained = { S1: maskCount(S1), S2: maskCount(S2), S3: 0, S4: 0 }
  const zero = { S1: 0, S2: 0, S3: 0, S4: 0 }
  const counts = { C09: { ...zero, S1: unexplained.S1 }, C15: { ...zero, S2: unexplained.S2 } } as Record<
    string,
    typeof zero
  >
  const matched = clean ? resources : null
  return {
    version: 1,
    runId: situation.runId ?? randomUUID(),
    kind: situation.kind,
    tool: thisTool,
    profile: { sha256: sha256Hex('profile'), asOf: '2026-03-01T00:00:00Z', fhirVersion: '4.0.1', rules: [] },
    keyId: sha256Hex('switch key').slice(0, 16),
    source: { manifestSha256: situation.sourceManifestSha256, ...side },
    target: { manifestSha256: situation.targetManifestSha256, ...side },
    verdict: clean ? 'equal' : 'different',
    complete: false,
    totals: { matched, explained: 0, unexplained, byClass: { altered: maskCount(S1 + S2) } },
    checks: engineChecks.map((id) => {
      if (notRun.includes(id) && !situation.also?.includes(id))
        return {
          id,
          status: 'not-run',
          source: 0,
          target: 0,
          matched: null,
          explained: 0,
          unexplained: zero,
          byType: {},
        }
      const lost = counts[id] ?? zero
      const status = lost.S1 === 0 && lost.S2 === 0 ? 'pass' : 'fail'
      return { id, status, source: resources, target: resources, matched, explained: 0, unexplained: lost, byType: {} }
    }),
    links: { source: resources, target: resources, dangling: [0, 0], explainedByNeighbour: 0, indistinguishable: 0 },
    merkle: {
      root: situation.root ?? sha256Hex(`root ${situation.targetManifestSha256} ${S1} ${S2}`),
      leaves: types.Patient,
      algorithm: 'HMAC-SHA-256/RFC6962',
    },
    canary: null,
    errors: null,
    startedAt: situation.startedAt.toISOString(),
    finishedAt: (situation.finishedAt ?? situation.startedAt).toISOString(),
  }
}

/** A full canary for the report: every class planted three times, all found. */
export function fullCanary(report: UnsignedReport): Canary {
  const byClass = Object.fromEntries(plantedClasses.map((c) => [c, { planted: 3, found: 3 }]))
  const planted = 3 * plantedClasses.length
  const { profile, keyId, tool } = report
  return { version: 1, profileSha256: profile.sha256, keyId, tool, seed: 7, planted, found: planted, byClass }
}

/** The same report signed by the real signing function. */
export function buildSignedReport(situation: ReportSituation, signingKeyPem: string): SignedReport {
  const report = buildReport(situation)
  const signed = signReport(report, fullCanary(report), signingKeyPem)
  if (!signed.ok) throw new Error(signed.because)
  return signed.report
}
