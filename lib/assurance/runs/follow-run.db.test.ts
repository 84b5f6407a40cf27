import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer as kindOf } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { endpoint, type MadeEndpoint } from '@/prisma/factories/endpoint'
import { type MadeModule, module } from '@/prisma/factories/module'
import { at, machineTested, run, standingOf } from '@/prisma/factories/run'
import { getRun } from './get-run'
import { logRun } from './log-run'
import { queueMonitors, queueRefreshRunsWhenPublished } from './queue-runs'
import type { Run } from './run'

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
const asked = (kind?: Run['kind'], minutes?: number) => run.asked(of, kind, minutes)
const { logged } = run

describe('what a logged run brings about (NC-02, NC-03)', () => {
  it('MET_MACHINE by a FULL check that passes; its place in the log stands with it; twice logged is once', async () => {
    await machineTested(['CAP-01', 'CAP-02'])
    const one = await logged(await asked(), { 'CAP-01': 'PASS', 'CAP-02': 'PASS', 'PERF-01': 'FAIL' })
    expect(await standingOf(made.moduleVersionId, 'S1/M')).toBe('MET_MACHINE')
    expect(await standingOf(made.moduleVersionId, 'S1/WHOLE'), 'no check speaks to it').toBe('MET')
    expect((await getRun(contextOf(of.editor, at(2)), one.id))?.logIndex).toBe(0)
    expect(await kindOf(logRun(contextOf(system), one))).toBe('wrong-state')
    expect(await db.checkFact.count()).toBe(2)
    await expect(database.asOwner(`update "CheckFact" set result = 'PASS'`)).rejects.toThrow(/append-only/)
  })

  it('CK-06: passes of checks that are not FULL prove nothing; ERROR and NOT_EXERCISED change nothing (INV-04)', async () => {
    await machineTested(['CAP-02', 'AUTH-01'])
    await logged(await asked(), { 'CAP-02': 'PASS', 'AUTH-01': 'PASS' })
    expect(await standingOf(made.moduleVersionId, 'S1/M')).toBe('UNKNOWN')
    await logged(await asked('OFFICIAL', 3), { 'CAP-02': 'ERROR', 'AUTH-01': 'NOT_EXERCISED' }, 4)
    expect(await standingOf(made.moduleVersionId, 'S1/M', 5)).toBe('UNKNOWN')
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
    expect(await standingOf(made.moduleVersionId, 'S1/M', 5)).toBe('BREACHED')
    const one = await logged(await asked('OFFICIAL', 6), { 'CAP-02': 'PASS' }, 7)
    expect(await db.nonConformity.findFirst()).toMatchObject({ state: 'closed', closedBy: 'RUN' })
    expect(await db.finding.findFirst({ where: { runId: one.id } })).toMatchObject({ outcome: 'MET', assessorId: null })
    expect(await standingOf(made.moduleVersionId, 'S1/M', 8)).toBe('MET')
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
    expect(await standingOf(made.moduleVersionId, 'S1/M', 5)).toBe('MET_MACHINE')
  })

  it('a challenge that fails waits for an assessor; a monitor opens at the third failure over a day', async () => {
    await machineTested(['CAP-02'])
    await logged(await asked('CHALLENGE'), { 'CAP-02': 'FAIL' })
    expect(await db.nonConformity.findMany()).toMatchObject([{ state: 'candidate', source: 'CHALLENGE' }])
    expect(await standingOf(made.moduleVersionId, 'S1/M')).toBe('UNKNOWN')
    for (const day of [1, 2, 3]) {
      await queueMonitors(contextOf(system, at(day * 1_440)))
      await queueMonitors(contextOf(system, at(day * 1_440 + 1)))
      const [one, ...more] = await db.conformanceRun.findMany({ where: { state: 'queued' } })
      expect(more, 'once a night').toEqual([])
      await logged(one as unknown as Run, { 'CAP-02': 'FAIL' }, day * 1_440 + 5)
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
