import 'server-only'
import type { Bundle } from '@/lib/conformance/evidence/bundle'
import { canonicalJson, sha256Hex } from '@/lib/conformance/evidence/canonical-json'
import type { Envelope } from '@/lib/conformance/evidence/envelope'
import type { Context } from '@/lib/platform/context'
import { dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { countsNow, isKeyGood } from '../evidence-log/add-signed'
import { appendToLog } from '../evidence-log/append-to-log'
import { nameKeys } from '../evidence-log/save-checkpoint'
import { loadFactsOf } from '../load-facts-of'
import { bundleOfRun } from './bundle-rules'
import { changeRun } from './change-run'
import { addCheckFacts } from './check-facts-store'
import { checkedRequirements } from './check-map-rules'
import { followRun } from './follow-run'
import type { Run } from './run'
import { findEnvelope, findRun } from './run-store'

/** The value to sign of a finished run; undefined where there is nothing to sign. */
export async function bundleToSign(ctx: Context, run: Run): Promise<Bundle | undefined> {
  const loaded = run.kind !== 'DRYRUN' && run.report ? await loadFactsOf(db, run.moduleVersionId) : undefined
  return loaded && bundleOfRun(run.report!, run.moduleVersionId, checkedRequirements(loaded.facts, dayOf(ctx.now)))
}

type Signed = { envelope: Envelope; key: { keyId: string; publicKey: string } }
/** Keeps the signature of the runner's key under the run (EV-03), also a new one where the first key was revoked before it was logged. */
export function signRun(ctx: Context, run: Run, { envelope, key }: Signed): Promise<Result<Run>> {
  return transaction(async (tx) => {
    await nameKeys(tx, ctx, [{ ...key, use: 'evidence' }])
    return changeRun(tx, ctx, run, 'sign', { envelope })
  })
}

/** Whether the key that signed this run still counts (EV-07). */
export async function isWellSigned({ id }: Pick<Run, 'id'>): Promise<boolean> {
  const envelope = await findEnvelope(db, id)
  return envelope !== undefined && isKeyGood(envelope.signatures[0]!.keyid)
}

/**
 * Takes a signed run in: its place in the evidence log, its results as facts, and what follows from them, in one transaction
 * (CS-03, NC-02). Killed before its end nothing of it stands; a second time it is `wrong-state`.
 */
export function logRun(ctx: Context, { id }: Pick<Run, 'id'>): Promise<Result<Run>> {
  return transaction(async (tx) => {
    const [run, envelope] = [await findRun(tx, id), await findEnvelope(tx, id)]
    if (!run?.report || !envelope) return refuse({ kind: 'not-found' })
    if (!(await countsNow(tx, envelope.signatures[0]!.keyid)))
      return refuse({ kind: 'conflict', because: 'The key that signed the run was revoked' })
    const moved = await changeRun(tx, ctx, run, 'log')
    if (!moved.ok) return moved
    await appendToLog(tx, ctx, [{ subjectType: 'ConformanceRun', subjectId: id, envelope }])
    const loaded = await loadFactsOf(tx, run.moduleVersionId)
    const checked = loaded ? checkedRequirements(loaded.facts, dayOf(ctx.now)) : []
    const results = new Map(run.report.results.map((result) => [result.check, result]))
    const facts = checked.flatMap(({ standardVersionId, requirementId, requirement }) =>
      requirement.checks.flatMap(({ id: check }) => {
        const found = results.get(check)
        return found ? [{ ...found, standardVersionId, requirementId }] : []
      }),
    )
    const { moduleVersionId, kind } = run
    const suiteVersion = run.report.suite.version
    await addCheckFacts(
      tx,
      facts.map(({ standardVersionId, requirementId, check, result, reason, message }) => ({
        ...{ id: newId(), runId: id, moduleVersionId, standardVersionId, requirementId, check, suiteVersion, kind },
        ...{ result, reason, message, foundOn: dateFromDay(dayOf(ctx.now)), recordedAt: ctx.now },
      })),
    )
    if (loaded) await followRun(tx, ctx, run, checked, sha256Hex(canonicalJson(envelope)))
    return moved
  })
}
