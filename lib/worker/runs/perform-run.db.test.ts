import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { approveEndpoint } from '@/lib/assurance/endpoints/approve-endpoint'
import { getEndpoint } from '@/lib/assurance/endpoints/list-endpoints'
import { askForProof } from '@/lib/assurance/endpoints/prove-endpoint'
import { getLogKeys } from '@/lib/assurance/evidence-log/get-log-keys'
import { getProof } from '@/lib/assurance/evidence-log/read-log'
import { askForRun, dryRun } from '@/lib/assurance/runs/ask-for-run'
import { getRun } from '@/lib/assurance/runs/get-run'
import { stopRun } from '@/lib/assurance/runs/stop-run'
import { type RunningProvider, startProvider } from '@/lib/conformance/provider/start-provider'
import { system } from '@/lib/platform/actor'
import { now } from '@/lib/platform/clock'
import { db } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { endpoint, type MadeEndpoint } from '@/prisma/factories/endpoint'
import { type MadeModule, module } from '@/prisma/factories/module'
import { workOutside } from './work-outside'

useDatabase()
const token = 'canary-8c1d77b2f0'
const verifier = new URL('../../conformance/evidence/verify.mjs', import.meta.url).pathname
let provider: RunningProvider
let made: MadeModule
let of: MadeEndpoint
beforeEach(async () => {
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'perform-')))
  vi.stubEnv('CONFORMANCE_SANDBOX', 'sandbox.test=127.0.0.1')
  provider = await startProvider({ token })
  made = await module.conformant()
  await db.requirement.create({
    data: {
      ...{ standardVersionId: '00000000-0000-4000-8000-000000000001', id: 'S1/M', title: 'M', level: 'MUST' },
      ...{ method: 'MACHINE', hazard: 'SECURITY', checks: ['CAP-01', 'SMART-01'] },
    },
  })
  of = await endpoint.entered(made, provider.base, token, now())
})
afterEach(async () => {
  await provider.close()
  vi.unstubAllEnvs()
})
const outside = () => workOutside(contextOf(system, now()))
const view = async () => (await getEndpoint(contextOf(of.editor, now()), of.id))!

async function proven(): Promise<void> {
  provider.publish((await view()).challenge)
  await askForProof(contextOf(of.editor, now()), { id: of.id, version: (await view()).version })
  await outside()
  await approveEndpoint(contextOf(of.assessor, now()), { id: of.id, version: (await view()).version })
}
const official = async () => {
  const reason = 'A regular look at the endpoint'
  const asked = await value(askForRun(contextOf(of.assessor, now()), { endpointId: of.id, kind: 'OFFICIAL', reason }))
  return asked.id
}

describe('what the worker does outside (CS-01, CS-05)', () => {
  it('looks for the word, finds it only where it stands, and tells what it saw', async () => {
    await askForProof(contextOf(of.editor, now()), { id: of.id, version: 1 })
    expect(await outside()).toBe(1)
    expect(await view()).toMatchObject({
      state: 'entered',
      seen: expect.stringContaining('answered 401'),
      askedAt: null,
    })
    expect(await outside(), 'asked once, looked once').toBe(0)
    await proven()
    expect(await view()).toMatchObject({ state: 'approved', provenBy: 'file', ready: true })
  })

  it('runs the suite in a process of its own, signs, logs, and leaves no trace of the token (EV-08)', async () => {
    await proven()
    const id = await official()
    await outside()
    const run = (await getRun(contextOf(of.assessor, now()), id))!
    // The first leaf is the key that signs.
    expect(run).toMatchObject({ state: 'logged', logIndex: 1 })
    // The sandbox is plain http and its token no JWT: those checks are not asked of it.
    const notPassed = run.report?.results.filter((r) => r.result !== 'PASS' && r.result !== 'NOT_APPLICABLE')
    expect(notPassed?.map((r) => `${r.check} ${r.message}`)).toEqual([])
    const { verifyProof } = await import(verifier)
    const { bundle } = await verifyProof(await getProof(1), await getLogKeys())
    expect(bundle.verdicts).toEqual({ 'S1/M (S1 1.0.0)': 'MET_MACHINE' })
    const tables = ['ConformanceRun', 'CheckFact', 'Event', 'LogLeaf', 'MailMessage', 'Evidence', 'Finding']
    for (const table of tables) {
      const [row] = await db.$queryRawUnsafe<{ found: number }[]>(
        `select count(*)::int as found from "${table}" t where t::text like '%${token}%'`,
      )
      expect(row?.found, table).toBe(0)
    }
  }, 180_000)

  it('NC-02: a serious failure is tried by a second runner before it counts; stopped, a run sends nothing more', async () => {
    await provider.close()
    provider = await startProvider({ token, port: provider.port, fault: 'no-smart' })
    await proven()
    const id = await official()
    await outside()
    const run = (await getRun(contextOf(of.assessor, now()), id))!
    const failed = run.report!.results.find((r) => r.check === 'SMART-01')!
    expect(failed.result).toBe('FAIL')
    expect(Math.max(...failed.exchanges), 'the second runner’s requests stand with it').toBeGreaterThan(
      Math.max(...run.report!.results.filter((r) => r.check !== 'SMART-01').flatMap((r) => r.exchanges)),
    )
    expect(await db.nonConformity.findMany()).toMatchObject([{ source: 'RUN', state: 'open' }])
    const dry = await dryRun(contextOf(of.editor, now()), { endpointId: of.id })
    if (!dry.ok) throw new Error(dry.refusal.kind)
    const working = outside()
    await stoppedOnceRunning(dry.value.id)
    await working
    const row = await db.conformanceRun.findUniqueOrThrow({ where: { id: dry.value.id } })
    expect(row).toMatchObject({ state: 'cancelled', report: null })
  }, 180_000)
})

/** Stops the run as soon as its performer has begun it. */
async function stoppedOnceRunning(id: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const row = await db.conformanceRun.findUniqueOrThrow({ where: { id } })
    if (row.state === 'running') {
      const stopped = await stopRun(contextOf(of.editor, now()), { id, version: row.version })
      if (stopped.ok) return
    }
    await new Promise((done) => setTimeout(done, 50))
  }
  throw new Error('The run never began')
}
