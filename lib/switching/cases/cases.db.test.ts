import { beforeEach, describe, expect, it } from 'vitest'
import { sendWeeklyDigest } from '@/lib/notifications/send-weekly-digest'
import { noteLabelChanges } from '@/lib/notifications/subscriptions/note-label-changes'
import { remindOfLeaving, tellExitCase } from '@/lib/notifications/tell-exit-case'
import { system } from '@/lib/platform/actor'
import { addDays, dateFromDay, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, type Parties, parties } from '@/prisma/factories/contract'
import { type MadeModule, module } from '@/prisma/factories/module'
import { openSwitch } from '../open-switch'
import { getCase, getCaseOfContract, listCases } from './get-case'
import { keepCasesOfModule, keepOpenCases } from './keep-cases'
import { listAlternatives } from './list-alternatives'

const database = useDatabase()
let of: Parties
let made: MadeModule
let contractId: string
beforeEach(async () => {
  of = await parties()
  made = await module.conformant({ name: 'Meridian Core', capabilities: ['C5', 'C13'] })
  const { moduleId, moduleVersionId } = made
  contractId = (await contract.made(of, { moduleId, moduleVersionId, supplierId: of.losing.id })).id
  for (const actor of [of.manager, of.losingSignatory]) await contract.confirm(actor, contractId, dayOf(noon), noon)
})

const reason = 'A serious fault was found in the record view'
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
async function decide(kind: string, day = dayOf(noon), terms: object = {}) {
  const id = newId()
  const on = dateFromDay(day)
  const officers = { madeById: newId(), secondedById: newId(), recordedAt: noon }
  const what = { moduleVersionId: made.moduleVersionId, kind, reason, terms, effectiveFrom: on, madeOn: on }
  await db.officerDecision.create({ data: { id, ...what, ...officers } })
  return id
}
const about = (name: string, type: string, id: string) => ({
  ...{ id: 1n, name, about: { type, id }, from: null, to: null, organisationId: null, data: {}, at: noon },
})
const hear = (now = noon) =>
  keepCasesOfModule(contextOf(system, now), about('ModuleSuspended', 'ModuleVersion', made.moduleVersionId))
const state = async () => (await getCaseOfContract(of.manager, contractId))?.state
const events = () =>
  db.event
    .findMany({ where: { aboutType: 'ExitCase' }, orderBy: { id: 'asc' } })
    .then((rows) => rows.map((r) => r.name))

describe('assurance §9: a case follows the standing of the module', () => {
  it('a module in good standing has no case', async () => {
    await hear()
    expect(await db.exitCase.count()).toBe(0)
  })

  it('suspended, then removed, then corrected; heard twice and by two at once it is one case and one event each', async () => {
    await decide('SUSPEND')
    await Promise.all([hear(), hear(), hear()].map((one) => one.catch(() => undefined)))
    await hear()
    expect(await state()).toBe('at-risk')
    const removal = await decide('REMOVE')
    await hear()
    const leaving = await getCaseOfContract(of.partner, contractId)
    expect(leaving).toMatchObject({ state: 'leaving', exitBy: '2026-06-22' })
    await decide('CORRECT', dayOf(noon), { correctsId: removal })
    await hear()
    expect(await state()).toBe('at-risk')
    await decide('LIFT')
    await hear()
    await hear()
    expect(await state()).toBeUndefined()
    expect(await events()).toEqual(['ExitCaseOpened', 'ExitCaseLeaving', 'ExitCaseAtRisk', 'ExitCaseEnded'])
    expect((await listCases(of.manager))[0]).toMatchObject({ state: 'ended', ending: 'lifted' })
  })

  it('AS-06: a removal turns nothing off: the contract runs on, and only leaving is asked for', async () => {
    const before = await db.contract.findUniqueOrThrow({ where: { id: contractId } })
    await decide('SUSPEND')
    await hear()
    await decide('REMOVE')
    await hear()
    expect(await db.contract.findUniqueOrThrow({ where: { id: contractId } })).toEqual(before)
    expect(await state()).toBe('leaving')
  })

  it('under remediation it is watched, and ends by the day alone when the plan has run out', async () => {
    const nonConformityId = newId()
    const row = { standardVersionId: '00000000-0000-4000-8000-000000000001', requirementId: 'S1/WHOLE' }
    const nc = { moduleVersionId: made.moduleVersionId, source: 'COMPLAINT', summary: reason }
    await db.nonConformity.create({ data: { id: nonConformityId, ...row, ...nc, determinedOn: noon } })
    const dueOn = dateFromDay(addDays(dayOf(noon), 30))
    const plan = { state: 'accepted', kind: 'REMEDIATION', hazard: 'LOW', summary: reason, acceptedOn: noon, dueOn }
    await db.plan.create({ data: { id: newId(), nonConformityId, ...plan } })
    await hear()
    expect(await state()).toBe('watching')
    await keepOpenCases(contextOf(system, later(31)))
    expect(await state()).toBeUndefined()
  })

  it('a contract recorded without a version counts for every version of its module', async () => {
    await database.asOwner(`update "Contract" set "moduleVersionId" = null where id = $1`, [contractId])
    await decide('SUSPEND')
    await hear()
    expect(await state()).toBe('at-risk')
  })
})

describe('a removed module', () => {
  it('keeps its case while anybody uses it, and ends it only when the practice has left for good', async () => {
    await decide('REMOVE')
    await hear()
    const opened = await value(openSwitch(contextOf(of.manager), { leavingContractId: contractId }))
    for (const at of ['live', 'rolled-back', 'data-check']) {
      await database.asOwner(
        `update "Switch" set state = $1, "wentLiveOn" = case when $1 in ('live', 'rolled-back') then date '2026-03-10' end where id = $2`,
        [at, opened.id],
      )
      await keepOpenCases(contextOf(system, later(200)))
      expect(await state(), at).toBe('leaving')
    }
    await database.asOwner(`update "Switch" set state = 'closed', "wentLiveOn" = '2026-03-10' where id = $1`, [
      opened.id,
    ])
    await keepOpenCases(contextOf(system, later(200)))
    expect(await state()).toBeUndefined()
    expect((await listCases(of.manager))[0]).toMatchObject({ ending: 'not-in-use' })
    await hear(later(201))
    expect(await db.exitCase.count()).toBe(1)
  })

  it('practice and payer are told once and must acknowledge, and once a week until none is live', async () => {
    await decide('REMOVE')
    await hear()
    const one = (await getCaseOfContract(of.manager, contractId))!
    for (const _ of [1, 2]) await tellExitCase(contextOf(system), about('ExitCaseOpened', 'ExitCase', one.id))
    const told = await db.notice.findMany({ where: { aboutId: one.id } })
    const readers = [of.manager, of.partner, of.approver, of.requester].map((actor) => actor.userId)
    expect(told.map((n) => n.personId).sort()).toEqual(readers.sort())
    expect(told.every((n) => n.mustAcknowledge && n.text.includes(`/cases/${one.id}`))).toBe(true)
    for (const days of [6, 7, 8, 13, 14]) await remindOfLeaving(contextOf(system, later(days)))
    expect(await db.notice.count({ where: { aboutId: one.id } })).toBe(3 * readers.length)
  })
})

describe('one happening, one letter', () => {
  it('a suspension is told to the practice manager once, by the case', async () => {
    await noteLabelChanges(contextOf(system))
    await decide('SUSPEND')
    await db.moduleStanding.updateMany({ data: { kind: 'suspended', words: 'Suspended' } })
    await hear()
    const one = (await getCaseOfContract(of.manager, contractId))!
    await tellExitCase(contextOf(system), about('ExitCaseOpened', 'ExitCase', one.id))
    await noteLabelChanges(contextOf(system))
    await sendWeeklyDigest(contextOf(system, later(7)))
    const { email } = await db.person.findUniqueOrThrow({ where: { id: of.manager.userId } })
    expect(await db.mailMessage.count({ where: { recipient: email } })).toBe(1)
  })
})

describe('who sees a case, and what else there is', () => {
  it('its practice, payer and supplier; nobody else', async () => {
    await decide('SUSPEND')
    await hear()
    const { id } = (await getCaseOfContract(of.manager, contractId))!
    for (const actor of [of.partner, of.approver, of.losingSignatory]) expect(await getCase(actor, id)).toBeDefined()
    expect(await getCase(of.stranger, id)).toBeUndefined()
    expect(await getCase(of.gainingSignatory, id)).toBeUndefined()
    expect(await listCases(of.stranger)).toEqual([])
  })

  it('KO-02: alternatives are conformant, do all of it, alphabetical and unranked; else the parts are counted', async () => {
    const ctx = contextOf(of.manager)
    await db.capability.createMany({
      data: ['C5', 'C13'].map((id) => ({ id, name: id, category: 'test', status: 'effective' })),
    })
    await decide('SUSPEND')
    await db.moduleStanding.updateMany({
      where: { moduleVersionId: made.moduleVersionId },
      data: { kind: 'suspended' },
    })
    await module.conformant({ name: 'Part', capabilities: ['C5'] })
    expect(await listAlternatives(ctx, made.moduleVersionId)).toMatchObject({
      modules: [],
      parts: [
        { capabilityId: 'C13', count: 0 },
        { capabilityId: 'C5', count: 1 },
      ],
    })
    await module.conformant({ name: 'Zeta', capabilities: ['C5', 'C13'] })
    const { moduleVersionId } = await module.conformant({ name: 'Alpha', capabilities: ['C5', 'C13'] })
    await module.suspended({ name: 'Off', capabilities: ['C5', 'C13'] })
    await db.moduleStanding.update({ where: { moduleVersionId }, data: { metCapabilityIds: ['C13', 'C5'] } })
    const { modules } = await listAlternatives(ctx, made.moduleVersionId)
    expect(modules.map(({ name, proven }) => [name, proven])).toEqual([
      ['Alpha', true],
      ['Zeta', false],
    ])
  })
})
