import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { tellChallengeMoved } from '@/lib/notifications/tell-challenge-moved'
import { type Actor, system } from '@/lib/platform/actor'
import { addDays, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because, answer as kindOf, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { endpoint, type MadeEndpoint } from '@/prisma/factories/endpoint'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { at, run } from '@/prisma/factories/run'
import { recordMissedClocks } from '../clocks/record-missed-clocks'
import { getRegisterEntry } from '../register/get-register-entry'
import type { Run } from '../runs/run'
import { acceptChallenge, declineChallenge } from './answer-challenge'
import { listChallenges, listChallengesAgainst, listOwnChallenges } from './list-challenges'
import { raiseChallenge } from './raise-challenge'

useDatabase()
const grounds = 'Our practice asks for it every morning and gets nothing'
const answer = 'The report is in detail and can be tried again'
const versionId = '00000000-0000-4000-8000-000000000001'
const day = 1_440
let made: MadeModule
let of: MadeEndpoint
let outsider: Actor
beforeEach(async () => {
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'challenges-')))
  made = await module.conformant()
  of = await endpoint.approved(made)
  outsider = await person.with('practice-manager', (await organisation.practice()).id)
  const requirement = { standardVersionId: versionId, title: 'M', method: 'MACHINE', hazard: 'LOW' }
  await db.requirement.createMany({
    data: [
      { ...requirement, id: 'S1/M', level: 'MUST', checks: ['CAP-01'] },
      { ...requirement, id: 'S1/N', level: 'MAY', checks: ['CAP-02'] },
    ],
  })
  await run.logged(await run.asked(of, 'OFFICIAL', 1), { 'CAP-01': 'PASS', 'CAP-02': 'FAIL' }, 2)
})
afterEach(() => void vi.unstubAllEnvs())

const raise = (actor = outsider, check = 'CAP-01') =>
  raiseChallenge(contextOf(actor, at(5)), { moduleVersionId: made.moduleVersionId, check, grounds })
async function raised(): Promise<string> {
  const result = await value(raise())
  return result.id
}
const accept = (id: string, actor: Actor = of.assessor, version = 1) =>
  acceptChallenge(contextOf(actor, at(10)), { id, version, answer })
const stateOf = async (id: string) => (await db.challenge.findUniqueOrThrow({ where: { id } })).state
const queued = async () =>
  (await db.conformanceRun.findFirstOrThrow({ where: { kind: 'CHALLENGE' } })) as unknown as Run
const checkLines = async (minutes: number) => {
  const version = await db.moduleVersion.findUniqueOrThrow({ where: { id: made.moduleVersionId } })
  const entry = await value(getRegisterEntry(contextOf(system, at(minutes)), made.moduleId, version.version, {}))
  return entry.standards.flatMap((s) => s.requirements.flatMap((r) => r.checks))
}

describe('CL-11 an outsider challenges a check that a module has passed', () => {
  it('anyone who has signed in, but not the supplier; a passed check alone; once at a time by one person', async () => {
    expect(await because(raise(of.editor))).toMatch(/your own supplier’s module/)
    expect(await kindOf(raise(outsider, 'CAP-02'))).toBe('invalid')
    expect(await kindOf(raise(outsider, 'XYZ-99'))).toBe('invalid')
    const answers = await Promise.all(Array.from({ length: 20 }, () => raise()))
    expect(answers.filter((one) => one.ok)).toHaveLength(1)
    expect(await because(raise())).toMatch(/waits already/)
    expect(await kindOf(raise(await person.with('practice-manager', outsider.organisationId!)))).toBe('done')
  })

  it('an assessor answers it, with no interest and not the own one; everybody else is refused or finds nothing', async () => {
    const id = await raised()
    const stranger = await person.with('practice-manager', (await organisation.practice()).id)
    for (const actor of [stranger, of.editor]) expect(await kindOf(accept(id, actor))).toBe('not-found')
    expect(await because(accept(id, outsider))).toBe('Only an assessor of the authority can answer a challenge')
    const interested = { ...of.assessor, grants: [...of.assessor.grants, ...of.editor.grants] }
    expect(await because(accept(id, interested))).toMatch(/You hold a role in this supplier/)
    const own = { ...outsider, grants: [...outsider.grants, ...of.assessor.grants] }
    expect(await because(accept(id, own))).toMatch(/You raised this/)
    expect(await kindOf(accept(id, of.assessor, 7))).toBe('stale')
    expect(await kindOf(accept(newId()))).toBe('not-found')
    const both = await Promise.all([
      accept(id),
      declineChallenge(contextOf(of.assessor, at(10)), { id, version: 1, answer }),
    ])
    expect(both.filter((one) => one.ok)).toHaveLength(1)
    expect(await kindOf(accept(id, of.assessor, 2))).toBe('wrong-state')
  })

  it('accepted: a run is asked for, the register says so; the check passes again and the challenge ends with that run', async () => {
    const id = await raised()
    expect(await checkLines(6)).toMatchObject([{ check: 'CAP-01' }, { check: 'CAP-02' }])
    expect((await checkLines(6))[0]).not.toHaveProperty('challenged')
    expect(await kindOf(accept(id))).toBe('done')
    const since = dayOf(at(10))
    expect((await checkLines(11))[0]).toMatchObject({ challenged: { since, passBy: addDays(since, 30) } })
    const again = await queued()
    expect(again.reason).toBe(`Challenge ${id} of check CAP-01 was accepted`)
    await run.logged(again, { 'CAP-01': 'PASS' }, 20)
    expect(await db.challenge.findUnique({ where: { id } })).toMatchObject({
      state: 're-passed',
      rePassedRunId: again.id,
    })
    expect((await checkLines(21))[0]).not.toHaveProperty('challenged')
    expect(await recordMissedClocks(contextOf(system, at(40 * day)))).toBe(0)
  })

  it('a run that was asked for before it was accepted is no answer; nor is a monitor', async () => {
    const before = await run.asked(of, 'OFFICIAL', 6)
    const id = await raised()
    expect(await kindOf(accept(id))).toBe('done')
    await run.logged(before, { 'CAP-01': 'PASS' }, 12)
    expect(await stateOf(id)).toBe('accepted')
  })

  it('missed: it fails in the night after the thirtieth day, and a non-conformity is open, once, however often it is looked', async () => {
    const id = await raised()
    expect(await kindOf(accept(id))).toBe('done')
    await recordMissedClocks(contextOf(system, at(30 * day)))
    expect(await stateOf(id)).toBe('accepted')
    await Promise.all([1, 2, 3].map(() => recordMissedClocks(contextOf(system, at(31 * day)))))
    expect(await stateOf(id)).toBe('failed')
    expect(await db.nonConformity.findMany()).toMatchObject([
      { requirementId: 'S1/M', source: 'CHALLENGE', state: 'open' },
    ])
    expect(await db.clockMiss.findMany({ where: { clock: 'CL-11' } })).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'ChallengeFailed' } })).toBe(1)
    expect(await db.event.count({ where: { name: 'NonConformityOpened' } })).toBe(1)
  })

  it('who reads what: the authority all, the author the own, the supplier what is accepted, without its grounds', async () => {
    const id = await raised()
    expect(await listChallenges(outsider)).toBeUndefined()
    expect(await listChallenges(of.assessor)).toMatchObject([{ id, grounds, mayAnswer: { allowed: true } }])
    expect(await listOwnChallenges(outsider)).toMatchObject([{ id, state: 'raised' }])
    expect(await listOwnChallenges(of.assessor)).toEqual([])
    expect(await listChallengesAgainst(of.editor)).toEqual([])
    expect(await kindOf(accept(id))).toBe('done')
    expect(await listChallengesAgainst(of.editor)).toMatchObject([{ id, grounds: null, answer }])
    expect(await listChallengesAgainst(outsider)).toEqual([])
  })

  it('letters: assessors of what is raised, author and supplier of what became of it, each once, without the grounds', async () => {
    const id = await raised()
    await accept(id)
    const events = await db.event.findMany({ where: { name: { startsWith: 'Challenge' } }, orderBy: { id: 'asc' } })
    for (const event of [...events, ...events])
      await tellChallengeMoved(contextOf(system, at(11)), {
        ...event,
        about: { type: event.aboutType, id: event.aboutId },
      } as never)
    const letters = await db.notification.findMany()
    const subjects = letters.map((letter) => letter.subject).toSorted()
    expect(subjects).toEqual([
      'A check of your module is challenged and must pass again',
      'Somebody challenges a check that a module has passed',
      'Your challenge is accepted',
    ])
    for (const letter of letters) expect(letter.text).not.toContain(grounds)
  })
})
