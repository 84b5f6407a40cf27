import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer as kindOf, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { endpoint, type MadeEndpoint } from '@/prisma/factories/endpoint'
import { type MadeModule, module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { at, machineTested, reportOf, run, runReason, standingOf } from '@/prisma/factories/run'
import { askForRun, dryRun } from './ask-for-run'
import { getRun, listRuns, listRunsOf } from './get-run'
import { bundleToSign } from './log-run'
import { abortRun, beginRun, finishRun, nextRun, noteProgress } from './perform-run'
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

const asked = (kind?: Run['kind'], minutes?: number) => run.asked(of, kind, minutes)
const { logged } = run
const rowOf = async (id: string) => (await db.conformanceRun.findUniqueOrThrow({ where: { id } })) as unknown as Run

describe('who may ask for a run, and see it (CS-03)', () => {
  it('a dry run is the supplier’s alone; a run that counts is the authority’s, and unannounced', async () => {
    const stranger = await person.editor((await module.conformant()).supplierId)
    const official = (actor: Actor) =>
      kindOf(askForRun(contextOf(actor), { endpointId: of.id, kind: 'OFFICIAL', reason: runReason }))
    expect(await kindOf(dryRun(contextOf(stranger), { endpointId: of.id }))).toBe('not-found')
    expect(await kindOf(dryRun(contextOf(of.assessor), { endpointId: of.id }))).toBe('forbidden')
    expect(await official(stranger)).toBe('not-found')
    expect(await official(of.editor)).toBe('forbidden')
    const [dry, one] = [await asked('DRYRUN'), await asked('OFFICIAL')]
    expect(await getRun(contextOf(of.assessor), dry.id), 'private').toBeUndefined()
    expect(await getRun(contextOf(of.editor), one.id), 'unannounced').toBeUndefined()
    expect((await listRunsOf(contextOf(of.editor), of.id)).map((r) => r.kind)).toEqual(['DRYRUN'])
    expect((await listRuns(contextOf(of.assessor)))?.map((r) => r.kind)).toEqual(['OFFICIAL'])
    expect(await listRuns(contextOf(of.editor))).toBeUndefined()
    await logged(one, {})
    expect((await getRun(contextOf(of.editor), one.id))?.state).toBe('logged')
    expect(await getRun(contextOf(stranger), one.id)).toBeUndefined()
    expect(await kindOf(stopRun(contextOf(stranger), { id: dry.id, version: 1 }))).toBe('not-found')
  })

  it('ENDPOINT_NOT_PROVEN: nothing is tested before its host is proven and approved', async () => {
    const other = await endpoint.entered(await module.conformant(), 'https://fhir.other-systems.co.uk')
    const answer = await dryRun(contextOf(other.editor), { endpointId: other.id })
    expect(answer).toMatchObject({ ok: false, refusal: { kind: 'conflict', because: /^ENDPOINT_NOT_PROVEN/ } })
  })

  it('RUN_OPEN: one official run a claim, however many ask at once', async () => {
    const ask = () => askForRun(contextOf(of.assessor), { endpointId: of.id, kind: 'OFFICIAL', reason: runReason })
    const answers = await Promise.all(Array.from({ length: 20 }, ask))
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(answers.find((answer) => !answer.ok)).toMatchObject({ refusal: { because: /^RUN_OPEN/ } })
    expect(await db.event.count({ where: { name: 'RunQueued' } })).toBe(1)
  })
})

describe('a run under hands', () => {
  it('is begun by one performer; a silent one loses it to the next, and its late report counts for nothing', async () => {
    const one = await asked()
    const begun = await Promise.all([1, 2, 3].map(() => beginRun(contextOf(system), one)))
    expect(begun.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await nextRun(contextOf(system, at(0.5)))).toBeUndefined()
    const taken = (await nextRun(contextOf(system, at(2))))!
    const [old, second] = [
      value(begun.find((answer) => answer.ok)!),
      value(await beginRun(contextOf(system, at(2)), taken)),
    ]
    expect(await noteProgress(contextOf(system), old, { done: 1, of: 2, now: null, results: [] })).toBe(false)
    expect(await kindOf(finishRun(contextOf(system), old, reportOf(one, {})))).toBe('stale')
    expect(await kindOf(finishRun(contextOf(system), second, reportOf(one, {})))).toBe('done')
  })

  it('SG-09: one run a host at a time; one that never ends well is given up at the fourth try', async () => {
    const one = await asked()
    value(await beginRun(contextOf(system), one))
    const waiting = await asked('DRYRUN')
    expect(await nextRun(contextOf(system, at(0.5))), 'its host is busy').toBeUndefined()
    for (const minutes of [2, 4, 6]) {
      const next = (await nextRun(contextOf(system, at(minutes))))!
      expect(next.id).toBe(one.id)
      value(await beginRun(contextOf(system, at(minutes)), next))
    }
    expect(await rowOf(one.id)).toMatchObject({ state: 'aborted', abortCode: 'RUNNER_FAILED', attempt: 3 })
    expect((await nextRun(contextOf(system, at(7))))?.id).toBe(waiting.id)
  })

  it('stopped, it takes no more progress; and what ended early is no fact', async () => {
    await machineTested(['CAP-01'])
    const one = value(await beginRun(contextOf(system), await asked('DRYRUN')))
    expect(await kindOf(stopRun(contextOf(of.editor), { id: one.id, version: one.version }))).toBe('done')
    expect(await noteProgress(contextOf(system), one, { done: 1, of: 2, now: null, results: [] })).toBe(false)
    const other = value(await beginRun(contextOf(system), await asked('OFFICIAL')))
    const early = { ...reportOf(other, { 'CAP-01': 'FAIL' }), aborted: 'NOT_SYNTHETIC' as const }
    expect(value(await finishRun(contextOf(system), other, early)).state).toBe('aborted')
    expect(await db.checkFact.count()).toBe(0)
    expect((await abortRun(contextOf(system), other, 'RUNNER_FAILED')).ok).toBe(false)
  })

  it('a dry run is never signed, logged or a fact (INV-05), whatever it found', async () => {
    await machineTested(['CAP-01'])
    const one = value(await beginRun(contextOf(system), await asked('DRYRUN')))
    const finished = value(await finishRun(contextOf(system), one, reportOf(one, { 'CAP-01': 'FAIL' })))
    expect(await bundleToSign(contextOf(system), finished)).toBeUndefined()
    expect(await standingOf(made.moduleVersionId, 'S1/M')).toBe('UNKNOWN')
    await expect(
      database.asOwner(`update "ConformanceRun" set state = 'signed', envelope = '{}' where id = '${one.id}'`),
    ).rejects.toThrow(/run_dry_unsigned/)
  })
})
