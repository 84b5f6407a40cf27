import { loadFactsOf } from '@/lib/assurance/load-facts-of'
import { askForRun, dryRun } from '@/lib/assurance/runs/ask-for-run'
import { bundleToSign, logRun, signRun } from '@/lib/assurance/runs/log-run'
import { beginRun, finishRun } from '@/lib/assurance/runs/perform-run'
import type { Run } from '@/lib/assurance/runs/run'
import { standardRows } from '@/lib/assurance/standard-value-rules'
import type { Outcome } from '@/lib/conformance/evidence/bundle'
import { sealEnvelope } from '@/lib/conformance/evidence/envelope'
import { publicHalf } from '@/lib/conformance/evidence/raw-keys'
import type { RunReport } from '@/lib/conformance/run/run-job'
import { system } from '@/lib/platform/actor'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import type { MadeEndpoint } from './endpoint'

const { signingKeyPem } = newSigningKeys()
const key = { privateKeyPem: signingKeyPem, publicKey: publicHalf(signingKeyPem) }

/** So many minutes after the suite's instant. */
export const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
export const runReason = 'A regular look at the endpoint'

/** What a runner found, with these results. */
export const reportOf = (of: Run, outcomes: Record<string, Outcome>): RunReport => ({
  suite: { name: 'core-r4', version: '1', codeSha256: 'a'.repeat(64), mapSha256: 'b'.repeat(64) },
  kind: of.kind,
  base: 'https://fhir.calder-systems.co.uk/r4/',
  nonce: of.nonce,
  startedAt: noon.toISOString(),
  endedAt: noon.toISOString(),
  addresses: [],
  tlsFingerprints: [],
  map: [],
  results: Object.entries(outcomes).map(([check, result]) => ({
    ...{ check, requirement: 'x', result, exchanges: [] },
    ...(result === 'FAIL'
      ? { reason: 'WRONG', message: 'Expected one thing, saw another' }
      : { reason: '', message: '' }),
  })),
  exchanges: [],
  aborted: null,
})

/** Runs in the situations that tests speak of, made by the commands. */
export const run = {
  async asked(of: MadeEndpoint, kind: Run['kind'] = 'OFFICIAL', minutes = 0): Promise<Run> {
    const ctx = contextOf(kind === 'DRYRUN' ? of.editor : of.assessor, at(minutes))
    const what = { endpointId: of.id, kind: kind as 'OFFICIAL', reason: runReason }
    const { id } = value(kind === 'DRYRUN' ? await dryRun(ctx, what) : await askForRun(ctx, what))
    return (await db.conformanceRun.findUniqueOrThrow({ where: { id } })) as unknown as Run
  },
  /** Performed, signed and logged with these results, as the worker does. */
  async logged(of: Run, outcomes: Record<string, Outcome>, minutes = 1): Promise<Run> {
    const ctx = contextOf(system, at(minutes))
    const finished = value(await finishRun(ctx, value(await beginRun(ctx, of)), reportOf(of, outcomes)))
    const envelope = sealEnvelope(await bundleToSign(ctx, finished), { id: 'runner', privateKeyPem: key.privateKeyPem })
    const named = { keyId: 'runner', publicKey: key.publicKey }
    return value(await logRun(ctx, value(await signRun(ctx, finished, { envelope, key: named }))))
  },
}

/** One result of a logged run, where only what it says matters, and nothing is asked of the worker. */
export const checkFact = {
  async of(moduleVersionId: string, requirementId: string, result: Outcome, suiteVersion = '1'): Promise<void> {
    const { standardVersionId } = await db.requirement.findFirstOrThrow({ where: { id: requirementId } })
    const of = { moduleVersionId, standardVersionId, requirementId, check: 'CAP-01', suiteVersion }
    const said =
      result === 'FAIL' ? { reason: 'WRONG', message: 'Expected one thing, saw another' } : { reason: '', message: '' }
    const when = { foundOn: noon, recordedAt: noon }
    await db.checkFact.create({
      data: { id: newId(), runId: newId(), ...of, kind: 'OFFICIAL', result, ...said, ...when },
    })
  },
}

/** A requirement that machines test, beside the one that people assess. */
export const machineTested = (checks: string[], more: object = {}) =>
  db.requirement.create({
    data: {
      ...{ standardVersionId: '00000000-0000-4000-8000-000000000001', id: 'S1/M', title: 'M' },
      ...{ level: 'MUST', method: 'MACHINE', hazard: 'LOW', checks },
      ...more,
    },
  })

/** What a requirement's row says of a version of a module so many minutes after the suite's instant. */
export async function standingOf(moduleVersionId: string, id: string, minutes = 2) {
  const { facts } = (await loadFactsOf(db, moduleVersionId))!
  return standardRows(facts, dayOf(at(minutes)))
    .flatMap((standard) => standard.rows)
    .find((row) => row.requirement.id === id)?.value
}
