import 'server-only'
import type { CheckReport } from '@/lib/conformance/run/run-job'
import type { Context } from '@/lib/platform/context'
import { addDays, dateFromDay, dayOf, dayWords } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { endChallengesByRun } from '../challenges/follow-challenges'
import { findWaivedChecks } from '../check-waivers/check-waiver-store'
import { isMandatory, isSerious } from '../facts'
import { closeNonConformities } from '../non-conformities/close-non-conformities'
import { addCandidate, findOpenOf } from '../non-conformities/non-conformity-store'
import { openNonConformity } from '../non-conformities/open-non-conformity'
import { consequenceOf } from '../non-conformities/run-rules'
import { findMonitored } from './check-facts-store'
import type { CheckedRequirement } from './check-map-rules'
import type { Run } from './run'
import { addFindingOfRun } from './run-finding-store'

/**
 * What a logged run brings about, inside the transaction that takes it in (NC-02, NC-03). A serious FAIL was tried by a second
 * runner before the run was signed: where the two differed it is ERROR by now, and proves nothing.
 */
export async function followRun(
  tx: Tx,
  ctx: Context,
  run: Run,
  checked: CheckedRequirement[],
  envelopeSha256: string,
): Promise<void> {
  await endChallengesByRun(tx, ctx, run)
  // What two officers hold to be wrong opens and closes nothing (DE-03).
  const waived = await findWaivedChecks(tx, run.report!.suite.version, dayOf(ctx.now))
  const results = run.report!.results.filter((r) => !waived.has(r.check))
  for (const of of checked.filter((c) => isMandatory(c.requirement)))
    await followRequirement(tx, ctx, run, of, results, envelopeSha256)
}

async function followRequirement(
  tx: Tx,
  ctx: Context,
  run: Run,
  of: CheckedRequirement,
  counting: CheckReport[],
  sha256: string,
) {
  const { moduleVersionId, kind } = run
  const { standardVersionId, requirementId, requirement } = of
  const subject = { moduleVersionId, standardVersionId, requirementId }
  const results = requirement.checks.flatMap((c) => counting.find((r) => r.check === c.id) ?? [])
  const monitored =
    kind === 'MONITOR'
      ? (await findMonitored(tx, subject))
          .filter((r) => r.runId !== run.id)
          .map((r) => ({ ...r, run: 'MONITOR' as const }))
      : []
  const failing = results.filter((r) => {
    const situation = { serious: isSerious(requirement), repeated: r.result, monitored }
    const what = consequenceOf({ check: r.check, run: kind, result: r.result, runId: run.id, at: ctx.now }, situation)
    return what.kind === 'open' || what.kind === 'candidate'
  })
  const summary = failing.map(wordsOf).join(' ')
  if (failing.length > 0 && kind === 'CHALLENGE') return addChallenge(tx, ctx, run, subject, summary)
  if (failing.length > 0) {
    await openNonConformity(tx, ctx, { ...subject, source: 'RUN', summary, determinedOn: dayOf(ctx.now) })
    return
  }
  const isProof = kind === 'OFFICIAL' || kind === 'REFRESH'
  const allPassed = results.length === requirement.checks.length && results.every((r) => r.result === 'PASS')
  if (isProof && allPassed) await closeByPass(tx, ctx, run, of, sha256)
}

const wordsOf = ({ check, message }: CheckReport) => `${check} failed: ${message}`

/** An outsider was right so far as the machine can tell: an assessor looks at it before it counts. */
async function addChallenge(
  tx: Tx,
  ctx: Context,
  run: Run,
  subject: { moduleVersionId: string; standardVersionId: string; requirementId: string },
  summary: string,
): Promise<void> {
  const id = newId()
  const raised = { raisedOn: dayOf(ctx.now), raisedById: null, source: 'CHALLENGE' as const }
  await addCandidate(tx, { id, ...subject, ...raised, summary: summary.slice(0, 2_000) })
  await record(tx, ctx, {
    name: 'NonConformityRaised',
    about: { type: 'ModuleVersion', id: subject.moduleVersionId },
    to: 'candidate',
    data: { nonConformityId: id, ...subject, source: 'CHALLENGE', runId: run.id },
  })
}

/**
 * NC-03: a newer official PASS closes what is open, and a MET finding names the run. What people found or said is closed so only
 * where a check proves the requirement whole (CK-06); what a run opened, by the checks that opened it.
 */
async function closeByPass(tx: Tx, ctx: Context, run: Run, of: CheckedRequirement, sha256: string): Promise<void> {
  const { moduleVersionId } = run
  const { standardVersionId, requirementId, requirement } = of
  const open = await findOpenOf(tx, moduleVersionId, [{ standardVersionId, requirementId }])
  const full = requirement.checks.some((check) => check.strength === 'FULL')
  const closing = full ? open : open.filter((nc) => nc.source === 'RUN')
  if (closing.length === 0) return
  const today = dayOf(ctx.now)
  const days = requirement.evidenceValidDays
  const validUntil = days === null ? null : addDays(today, days)
  await addFindingOfRun(tx, {
    ...{ moduleVersionId, standardVersionId, requirementId, runId: run.id, sha256 },
    title: `Conformance run of ${dayWords(today)}`,
    reason: `Run ${run.id} passed ${requirement.checks.map((c) => c.id).join(', ')}`,
    foundOn: dateFromDay(today),
    validUntil: validUntil === null ? null : dateFromDay(validUntil),
    recordedAt: ctx.now,
  })
  const becauseOf = { runId: run.id }
  const requirements = [{ standardVersionId, requirementId }]
  if (full) await closeNonConformities(tx, ctx, moduleVersionId, requirements, { by: 'RUN', becauseOf })
  if (!full) await closeNonConformities(tx, ctx, moduleVersionId, requirements, { by: 'RUN', becauseOf, source: 'RUN' })
}
