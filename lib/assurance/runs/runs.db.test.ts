import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Outcome } from '@/lib/conformance/evidence/bundle'
import { sealEnvelope } from '@/lib/conformance/evidence/envelope'
import { publicHalf } from '@/lib/conformance/evidence/raw-keys'
import type { RunReport } from '@/lib/conformance/run/run-job'
import { type Actor, system } from '@/lib/platform/actor'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Result } from '@/lib/platform/refusal'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { endpoint, type MadeEndpoint } from '@/prisma/factories/endpoint'
import { type MadeModule, module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { loadFactsOf } from '../load-facts-of'
import { standardRows } from '../standard-value-rules'
import { askForRun, dryRun } from './ask-for-run'
import { getRun, listRuns, listRunsOf } from './get-run'
import { bundleToSign, logRun, signRun } from './log-run'
import { abortRun, beginRun, finishRun, nextRun, noteProgress } from './perform-run'
import { queueMonitors, queueRefreshRunsWhenPublished } from './queue-runs'
import type { Run } from './run'
import { stopRun } from './stop-run'

const database = useDatabase()
let made: MadeModule
let of: MadeEndpoint
beforeEach(async () => {
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'runs-')))
  made = await module.conformant()
  of = await endpoint.approved(made)
})
afterEach(() => void vi.unstubAllEnvs())

const versionId = '00000000-0000-4000-8000-000000000001'
/** A requirement that machines test, beside the one that people assess. */
const machineTested = (checks: string[], more: object = {}) =>
  db.requirement.create({
    data: {
      ...{
        standardVersionId: versionId,
        id: 'S1/M',
        title: 'M',
        level: 'MUST',
        method: 'MACHINE',
        hazard: 'LOW',
        checks,
      },
      ...more,
    },
  })
const at = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const reason = 'A regular look at the endpoint'
const done = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result.value
}
const kindOf = async (result: Promise<Result<unknown>>) => {
  const answer = await result
  return answer.ok ? 'ok' : answer.refusal.kind
}
const asked = async (kind: Run['kind'] = 'OFFICIAL', minutes = 0): Promise<Run> => {
  const ctx = contextOf(kind === 'DRYRUN' ? of.editor : of.assessor, at(minutes))
  const { id } = done(
    kind === 'DRYRUN'
      ? await dryRun(ctx, { endpointId: of.id })
      : await askForRun(ctx, { endpointId: of.id, kind: kind as 'OFFICIAL', reason }),
  )
  return rowOf(id)
}
const rowOf = async (id: string) => (await db.conformanceRun.findUniqueOrThrow({ where: { id } })) as unknown as Run
const report = (run: Run, outcomes: Record<string, Outcome>): RunReport => ({
  suite: { name: 'core-r4', version: '1', codeSha256: 'a'.repeat(64), mapSha256: 'b'.repeat(64) },
  kind: run.kind,
  base: 'https://fhir.calder-systems.co.uk/r4/',
  nonce: run.nonce,
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
const { signingKeyPem } = newSigningKeys()
const key = { privateKeyPem: signingKeyPem, publicKey: publicHalf(signingKeyPem) }
/** Performs, signs and logs a run with these results, as the worker does. */
async function logged(run: Run, outcomes: Record<string, Outcome>, minutes = 1): Promise<Run> {
  const ctx = contextOf(system, at(minutes))
  const begun = done(await beginRun(ctx, run))
  const finished = done(await finishRun(ctx, begun, report(run, outcomes)))
  const envelope = sealEnvelope(await bundleToSign(ctx, finished), { id: 'runner', privateKeyPem: key.privateKeyPem })
  const signed = done(await signRun(ctx, finished, { envelope, key: { keyId: 'runner', publicKey: key.publicKey } }))
  return done(await logRun(ctx, signed))
}
const standingOf = async (id: string, minutes = 2) => {
  const { facts } = (await loadFactsOf(db, made.moduleVersionId))!
  return standardRows(facts, dayOf(at(minutes)))
    .flatMap((standard) => standard.rows)
    .find((row) => row.requirement.id === id)?.value
}

describe('who may ask for a run, and see it (CS-03)', () => {
  it('a dry run is the supplier’s alone; a run that counts is the authority’s, and unannounced', async () => {
    const stranger = await person.editor((await module.conformant()).supplierId)
    const official = (actor: Actor) =>
      kindOf(askForRun(contextOf(actor), { endpointId: of.id, kind: 'OFFICIAL', reason }))
    expect(await kindOf(dryRun(contextOf(stranger), { endpointId: of.id }))).toBe('not-found')
    expect(await kindOf(dryRun(contextOf(of.assessor), { endpointId: of.id }))).toBe('forbidden')
    expect(await official(stranger)).toBe('not-found')
    expect(await official(of.editor)).toBe('forbidden')
    const [dry, run] = [await asked('DRYRUN'), await asked('OFFICIAL')]
    expect(await getRun(contextOf(of.assessor), dry.id), 'private').toBeUndefined()
    expect(await getRun(contextOf(of.editor), run.id), 'unannounced').toBeUndefined()
    expect((await listRunsOf(contextOf(of.editor), of.id)).map((r) => r.kind)).toEqual(['DRYRUN'])
    expect((await listRuns(contextOf(of.assessor)))?.map((r) => r.kind)).toEqual(['OFFICIAL'])
    expect(await listRuns(contextOf(of.editor))).toBeUndefined()
    await logged(run, {})
    expect((await getRun(contextOf(of.editor), run.id))?.state).toBe('logged')
    expect(await getRun(contextOf(stranger), run.id)).toBeUndefined()
    expect(await kindOf(stopRun(contextOf(stranger), { id: dry.id, version: 1 }))).toBe('not-found')
  })

  it('ENDPOINT_NOT_PROVEN: nothing is tested before its host is proven and approved', async () => {
    const other = await endpoint.entered(await module.conformant(), 'https://fhir.other-systems.co.uk')
    const answer = await dryRun(contextOf(other.editor), { endpointId: other.id })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'conflict', because: /^ENDPOINT_NOT_PROVEN/ } })
  })

  it('RUN_OPEN: one official run a claim, however many ask at once', async () => {
    const ask = () => askForRun(contextOf(of.assessor), { endpointId: of.id, kind: 'OFFICIAL', reason })
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { because: /^RUN_OPEN/ } })
    expect(await db.event.count({ where: { name: 'RunQueued' } })).toBe(1)
  })
})

describe('a run under hands', () => {
  it('is begun by one performer; a silent one loses it to the next, and its late report counts for nothing', async () => {
    const run = await asked()
    const begun = await Promise.all([1, 2, 3].map(() => beginRun(contextOf(system), run)))
    expect(begun.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await nextRun(contextOf(system, at(0.5)))).toBeUndefined()
    const taken = (await nextRun(contextOf(system, at(2))))!
    const [old, second] = [
      done(begun.find((answer) => answer.ok)!),
      done(await beginRun(contextOf(system, at(2)), taken)),
    ]
    expect(await noteProgress(contextOf(system), old, { done: 1, of: 2, now: null, results: [] })).toBe(false)
    expect(await kindOf(finishRun(contextOf(system), old, report(run, {})))).toBe('stale')
    expect(await kindOf(finishRun(contextOf(system), second, report(run, {})))).toBe('ok')
  })

  it('SG-09: one run a host at a time; one that never ends well is given up at the fourth try', async () => {
    const run = await asked()
    done(await beginRun(contextOf(system), run))
    const waiting = await asked('DRYRUN')
    expect(await nextRun(contextOf(system, at(0.5))), 'its host is busy').toBeUndefined()
    for (const minutes of [2, 4, 6]) {
      const next = (await nextRun(contextOf(system, at(minutes))))!
      expect(next.id).toBe(run.id)
      done(await beginRun(contextOf(system, at(minutes)), next))
    }
    expect(await rowOf(run.id)).toMatchObject({ state: 'aborted', abortCode: 'RUNNER_FAILED', attempt: 3 })
    expect((await nextRun(contextOf(system, at(7))))?.id).toBe(waiting.id)
  })

  it('stopped, it takes no more progress; and what ended early is no fact', async () => {
    await machineTested(['CAP-01'])
    const run = done(await beginRun(contextOf(system), await asked('DRYRUN')))
    expect(await kindOf(stopRun(contextOf(of.editor), { id: run.id, version: run.version }))).toBe('ok')
    expect(await noteProgress(contextOf(system), run, { done: 1, of: 2, now: null, results: [] })).toBe(false)
    const other = done(await beginRun(contextOf(system), await asked('OFFICIAL')))
    const early = { ...report(other, { 'CAP-01': 'FAIL' }), aborted: 'NOT_SYNTHETIC' as const }
    expect(done(await finishRun(contextOf(system), other, early)).state).toBe('aborted')
    expect(await db.checkFact.count()).toBe(0)
    expect((await abortRun(contextOf(system), other, 'RUNNER_FAILED')).ok).toBe(false)
  })

  it('a dry run is never signed, logged or a fact (INV-05), whatever it found', async () => {
    await machineTested(['CAP-01'])
    const run = done(await beginRun(contextOf(system), await asked('DRYRUN')))
    const finished = done(await finishRun(contextOf(system), run, report(run, { 'CAP-01': 'FAIL' })))
    expect(await bundleToSign(contextOf(system), finished)).toBeUndefined()
    expect(await standingOf('S1/M')).toBe('UNKNOWN')
    await expect(
      database.asOwner(`update "ConformanceRun" set state = 'signed', envelope = '{}' where id = '${run.id}'`),
    ).rejects.toThrow(/run_dry_unsigned/)
  })
})

describe('what a logged run brings about (NC-02, NC-03)', () => {
  it('MET_MACHINE by a FULL check that passes; its place in the log stands with it; twice logged is once', async () => {
    await machineTested(['CAP-01', 'CAP-02'])
    const run = await logged(await asked(), { 'CAP-01': 'PASS', 'CAP-02': 'PASS', 'PERF-01': 'FAIL' })
    expect(await standingOf('S1/M')).toBe('MET_MACHINE')
    expect(await standingOf('S1/WHOLE'), 'no check speaks to it').toBe('MET')
    expect((await getRun(contextOf(of.editor, at(2)), run.id))?.logIndex).toBe(0)
    expect(await kindOf(logRun(contextOf(system), run))).toBe('wrong-state')
    expect(await db.checkFact.count()).toBe(2)
    await expect(database.asOwner(`update "CheckFact" set result = 'PASS'`)).rejects.toThrow(/append-only/)
  })

  it('CK-06: passes of checks that are not FULL prove nothing; ERROR and NOT_EXERCISED change nothing (INV-04)', async () => {
    await machineTested(['CAP-02', 'AUTH-01'])
    await logged(await asked(), { 'CAP-02': 'PASS', 'AUTH-01': 'PASS' })
    expect(await standingOf('S1/M')).toBe('UNKNOWN')
    await logged(await asked('OFFICIAL', 3), { 'CAP-02': 'ERROR', 'AUTH-01': 'NOT_EXERCISED' }, 4)
    expect(await standingOf('S1/M', 5)).toBe('UNKNOWN')
    expect(await db.nonConformity.count()).toBe(0)
  })

  it('FAIL opens one non-conformity, and a newer PASS closes it with a finding that names the run', async () => {
    await machineTested(['CAP-02'])
    await logged(await asked(), { 'CAP-02': 'FAIL' })
    await logged(await asked('OFFICIAL', 3), { 'CAP-02': 'FAIL' }, 4)
    const [nc, ...more] = await db.nonConformity.findMany()
    expect(more).toEqual([])
    expect(nc).toMatchObject({
      source: 'RUN',
      state: 'open',
      summary: 'CAP-02 failed: Expected one thing, saw another',
    })
    expect(await standingOf('S1/M', 5)).toBe('BREACHED')
    const run = await logged(await asked('OFFICIAL', 6), { 'CAP-02': 'PASS' }, 7)
    expect(await db.nonConformity.findFirst()).toMatchObject({ state: 'closed', closedBy: 'RUN' })
    expect(await db.finding.findFirst({ where: { runId: run.id } })).toMatchObject({ outcome: 'MET', assessorId: null })
    expect(await standingOf('S1/M', 8)).toBe('MET')
  })

  it('what people found is closed only where a check proves the requirement whole', async () => {
    await machineTested(['CAP-02'])
    const open = { moduleVersionId: made.moduleVersionId, standardVersionId: versionId, requirementId: 'S1/M' }
    const day = new Date('2026-03-02')
    await db.nonConformity.create({
      data: { id: newId(), ...open, source: 'COMPLAINT', summary: 'x', raisedOn: day, determinedOn: day },
    })
    await logged(await asked(), { 'CAP-02': 'PASS' })
    expect(await db.nonConformity.count({ where: { state: 'open' } })).toBe(1)
    await db.requirement.update({
      where: { standardVersionId_id: { standardVersionId: versionId, id: 'S1/M' } },
      data: { checks: ['CAP-01'] },
    })
    await logged(await asked('OFFICIAL', 3), { 'CAP-01': 'PASS' }, 4)
    expect(await db.nonConformity.count({ where: { state: 'open' } })).toBe(0)
    expect(await standingOf('S1/M', 5)).toBe('MET_MACHINE')
  })

  it('a challenge that fails waits for an assessor; a monitor opens at the third failure over a day', async () => {
    await machineTested(['CAP-02'])
    await logged(await asked('CHALLENGE'), { 'CAP-02': 'FAIL' })
    expect(await db.nonConformity.findMany()).toMatchObject([{ state: 'candidate', source: 'CHALLENGE' }])
    expect(await standingOf('S1/M')).toBe('UNKNOWN')
    for (const day of [1, 2, 3]) {
      await queueMonitors(contextOf(system, at(day * 1_440)))
      await queueMonitors(contextOf(system, at(day * 1_440 + 1)))
      const [run, ...more] = await db.conformanceRun.findMany({ where: { state: 'queued' } })
      expect(more, 'once a night').toEqual([])
      await logged(run as unknown as Run, { 'CAP-02': 'FAIL' }, day * 1_440 + 5)
      expect(await db.nonConformity.count({ where: { state: 'open' } })).toBe(day === 3 ? 1 : 0)
    }
  })

  it('RF: a published version asks for one refresh run of each module that a machine can test, heard twice', async () => {
    await machineTested(['CAP-01'])
    const about = { type: 'StandardVersion', id: versionId }
    const event = {
      id: 1n,
      name: 'StandardVersionPublished',
      about,
      from: null,
      to: null,
      organisationId: null,
      data: {},
      at: noon,
    }
    await queueRefreshRunsWhenPublished(contextOf(system), event)
    await queueRefreshRunsWhenPublished(contextOf(system), event)
    expect(await db.conformanceRun.findMany()).toMatchObject([{ kind: 'REFRESH', state: 'queued' }])
    await queueRefreshRunsWhenPublished(contextOf(system), { ...event, about: { ...about, id: newId() } })
    expect(await db.conformanceRun.count()).toBe(1)
  })
})
