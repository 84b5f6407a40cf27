import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { invalidField, type Result } from '@/lib/platform/refusal'
import type { SignedReport } from '@/lib/reconciliation/report'
import { hasValidSignature, readPublicKey, readReport } from '@/lib/reconciliation/signature'
import { changeSwitch } from './change-switch'
import { findKeys, insertReport, isReportKnown, type Key } from './evidence-store'
import { intakeProblem, reportLimit } from './report-intake-rules'
import { manifestOf } from './run-rules'
import { phaseName, proofDays, type RunKind, type SwitchState } from './switch'
import { statesOf } from './switch-acts-rules'
import type { SwitchFacts } from './switch-facts'
import { mayBringReports } from './switch-policy'
import type { MoveInput } from './switch-schema'
import { findListedTools } from './tool-store'

const anyReport = ['trial-report', 'final-report', 'post-live-report', 'reverse-report'] as const
const no = (because: string) => invalidField('report', because)

/**
 * Takes a signed report in, or refuses it with the reason and stores nothing (RP-04): size, form, signature by a key that is
 * registered and not revoked, a listed checker, the two signed manifests, a run later than both, totals that add up, and
 * neither the run nor the file seen before.
 */
export async function takeInReport(
  ctx: Context,
  { bytes, ...input }: MoveInput & { bytes: Uint8Array },
): Promise<Result<{ id: string; state: SwitchState }>> {
  const read =
    bytes.length > reportLimit ? ({ ok: false, because: 'The file is larger than 1 MB' } as const) : readReport(bytes)
  const report = read.ok ? read.report : undefined
  const sha256 = sha256Hex(bytes)
  let [key, kind]: [Key | undefined, RunKind] = [undefined, 'trial']
  return changeSwitch(ctx, {
    ...input,
    step: {
      in: (of) => (report ? statesOf(`${report.kind}-report`, of) : anyReport.flatMap((act) => statesOf(act, of))),
      command: 'take-in-report',
      event: 'ReportTakenIn',
    },
    may: ({ of }) => mayBringReports(ctx.actor, of),
    refuseWhen: async ({ tx, of, facts }) => {
      if (!report) return no(read.ok ? '' : read.because)
      key = (await findKeys(tx, of.id)).find((k) => k.keyId === report.signature.keyId)
      const problem = signatureProblem(report, key)
      if (problem) return no(problem)
      kind = runKindOf(report, facts)
      const phase = phaseName(kind, of.phase)
      const [source, target] = [manifestOf(facts, phase, 'source'), manifestOf(facts, phase, 'target')]
      const tools = await findListedTools(tx, dayOf(ctx.now))
      const found = intakeProblem(report, { now: ctx.now, tools, source, target })
      if (found) return no(found)
      return (await isReportKnown(tx, report.runId, sha256)) ? no('This run was taken in before') : undefined
    },
    write: async ({ tx, of }) => {
      const stored = await insertReport(tx, {
        id: newId(),
        switchId: of.id,
        runId: report!.runId,
        sha256,
        kind,
        phase: phaseName(kind, of.phase),
        sourceManifest: report!.source.manifestSha256!,
        targetManifest: report!.target.manifestSha256!,
        signingKeyId: key!.id,
        content: report!,
        takenInById: ctx.actor.userId,
        takenInAt: ctx.now,
      })
      return stored ? undefined : no('This run was taken in before')
    },
    eventData: { kind: report?.kind, sha256, runId: report?.runId, root: report?.merkle.root },
  })
}

/** A report of the live system is that of the proof day whose manifests it names; of the last one where it fits none. */
function runKindOf(report: SignedReport, facts: SwitchFacts): RunKind {
  if (report.kind !== 'post-live') return report.kind
  const named = proofDays.find((day) => manifestOf(facts, day, 'source')?.sha256 === report.source.manifestSha256)
  return named ?? 'day-20'
}

function signatureProblem(report: SignedReport, key: Key | undefined): string | undefined {
  if (!key) return 'The report is signed with a key that is not registered for this switch'
  if (key.revokedAt) return 'The report is signed with a key that was revoked'
  const publicKey = readPublicKey(key.publicKeyPem)
  return publicKey && hasValidSignature(report, publicKey)
    ? undefined
    : 'The signature does not fit: the report was changed after it was signed'
}
