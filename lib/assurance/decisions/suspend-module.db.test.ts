import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type MadeModule, module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getGate } from '../get-gate'
import { refreshModuleStanding } from '../refresh-module-standing'
import { liftSuspension, proposeLifting } from './lift-suspension'
import { proposeSuspension, suspendModule } from './suspend-module'

const database = useDatabase()
const reason = 'Messages of patients were lost for two days'
let [first, second]: Actor[] = []
let made: MadeModule
const today = '2026-03-02'
const gate = async () => (await getGate(db, made.moduleVersionId, made.capabilities, today)).gate
const propose = async (actor: Actor) =>
  proposeSuspension(contextOf(actor), { moduleVersionId: made.moduleVersionId, reason })
const kindOf = (answer: { ok: boolean; refusal?: { kind: string } }) => (answer.ok ? 'done' : answer.refusal!.kind)
async function proposed(): Promise<string> {
  const answer = await propose(first!)
  if (!answer.ok) throw new Error(answer.refusal.kind)
  return answer.value.id
}

beforeEach(async () => {
  const authority = await organisation.authority()
  first = await person.officer(authority.id)
  second = await person.officer(authority.id)
  made = await module.conformant()
})

describe('suspending a module', () => {
  it('needs two officers: one alone changes nothing, the second takes it off sale at once', async () => {
    const proposalId = await proposed()
    expect(await gate()).toBe('OPEN')
    const answer = await suspendModule(contextOf(second!), { proposalId, version: 1 })
    expect(answer.ok).toBe(true)
    expect(await getGate(db, made.moduleVersionId, ['C5'], today)).toMatchObject({
      gate: 'REFUSED',
      label: 'Suspended',
      because: [`Suspended: ${reason}`],
    })
    const events = await db.event.findMany({ where: { aboutId: made.moduleVersionId }, orderBy: { id: 'asc' } })
    expect(events.map((e) => e.name)).toEqual(['SuspensionProposed', 'ModuleSuspended'])
    expect(JSON.stringify(events.map((e) => e.data))).not.toContain('patients')
  })

  it('climbs the ladder: not found, forbidden, same person, wrong state, stale, done', async () => {
    const unknown = { moduleVersionId: newId(), reason }
    expect(kindOf(await proposeSuspension(contextOf(first!), unknown))).toBe('not-found')
    expect(kindOf(await propose(visitor))).toBe('forbidden')
    const proposalId = await proposed()
    expect(kindOf(await propose(second!))).toBe('conflict')
    expect(kindOf(await suspendModule(contextOf(second!), { proposalId: newId(), version: 1 }))).toBe('not-found')
    expect(kindOf(await liftSuspension(contextOf(second!), { proposalId, version: 1 }))).toBe('not-found')
    expect(await suspendModule(contextOf(first!), { proposalId, version: 1 })).toMatchObject({
      refusal: { kind: 'forbidden', because: 'You proposed this: another officer must second it' },
    })
    expect(kindOf(await suspendModule(contextOf(second!), { proposalId, version: 7 }))).toBe('stale')
    expect(await db.officerDecision.count({ where: { kind: 'SUSPEND' } })).toBe(0)
    expect(kindOf(await suspendModule(contextOf(second!), { proposalId, version: 1 }))).toBe('done')
    expect(kindOf(await suspendModule(contextOf(second!), { proposalId, version: 2 }))).toBe('wrong-state')
    expect(await propose(second!)).toMatchObject({ refusal: { because: 'The module is suspended already' } })
  })

  it('two seconds at once make one decision and one event', async () => {
    const proposalId = await proposed()
    const authority = second!.organisationId!
    const officers = await Promise.all(Array.from({ length: 8 }, () => person.officer(authority)))
    const answers = await Promise.all(
      officers.map((officer) => suspendModule(contextOf(officer), { proposalId, version: 1 })),
    )
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.officerDecision.count({ where: { kind: 'SUSPEND' } })).toBe(1)
    expect(await db.event.count({ where: { name: 'ModuleSuspended' } })).toBe(1)
  })

  it('is lifted by two officers, and the label follows from the facts again', async () => {
    await suspendModule(contextOf(second!), { proposalId: await proposed(), version: 1 })
    const lifting = await proposeLifting(contextOf(second!), { moduleVersionId: made.moduleVersionId, reason })
    if (!lifting.ok) throw new Error(lifting.refusal.kind)
    expect(kindOf(await liftSuspension(contextOf(second!), { proposalId: lifting.value.id, version: 1 }))).toBe(
      'forbidden',
    )
    expect(kindOf(await liftSuspension(contextOf(first!), { proposalId: lifting.value.id, version: 1 }))).toBe('done')
    expect(await gate()).toBe('OPEN')
  })

  it('the reaction brings the cached standing after it; twice is no different', async () => {
    await suspendModule(contextOf(second!), { proposalId: await proposed(), version: 1 })
    const event = await db.event.findFirstOrThrow({ where: { name: 'ModuleSuspended' } })
    const stored = { ...event, about: { type: event.aboutType, id: event.aboutId }, from: null, to: null, data: {} }
    const standing = () => db.moduleStanding.findUniqueOrThrow({ where: { moduleVersionId: made.moduleVersionId } })
    expect((await standing()).kind).toBe('conformant')
    for (const _ of [1, 2]) await refreshModuleStanding(contextOf(system), stored)
    expect(await standing()).toMatchObject({ kind: 'suspended', words: 'Suspended', because: reason })
  })
})

describe('what the database itself refuses', () => {
  const officerDecision = (secondedBy: string) =>
    database.asOwner(
      `insert into "OfficerDecision" (id, "moduleVersionId", kind, reason, "effectiveFrom", "madeById", "secondedById", "madeOn", "recordedAt")
       values ($1, $2, 'SUSPEND', 'A reason of more than twenty characters', '2026-03-02', $3, $4, '2026-03-02', now())`,
      [newId(), made.moduleVersionId, '00000000-0000-4000-8000-00000000000a', secondedBy],
    )

  it('2P: a decision of one person', async () => {
    await expect(officerDecision('00000000-0000-4000-8000-00000000000a')).rejects.toThrow(/decision_two_officers/)
    await officerDecision('00000000-0000-4000-8000-00000000000b')
  })

  it('NC-01: a work-off plan on a serious hazard', async () => {
    const nonConformityId = newId()
    await db.nonConformity.create({
      data: {
        id: nonConformityId,
        moduleVersionId: made.moduleVersionId,
        standardVersionId: newId(),
        requirementId: 'S1/WHOLE',
        source: 'FINDING',
        summary: 'x',
        determinedOn: new Date('2026-03-01'),
      },
    })
    const plan = (hazard: string) =>
      db.plan.create({
        data: { id: newId(), nonConformityId, kind: 'WORK_OFF', hazard, summary: 'x', dueOn: new Date('2026-09-30') },
      })
    await expect(plan('CLINICAL_SAFETY')).rejects.toThrow(/plan_no_work_off_on_serious/)
    await plan('LOW')
  })

  it.each([
    ['Finding', `outcome = 'NOT_MET'`],
    ['Evidence', `title = 'x'`],
    ['OfficerDecision', `reason = 'x'`],
    ['ListingVersion', `name = 'x'`],
  ])('AS-03: %s is append-only, for the owner too', async (table, change) => {
    await expect(database.asOwner(`update "${table}" set ${change}`)).rejects.toThrow(/append-only/)
    await expect(database.asOwner(`delete from "${table}"`)).rejects.toThrow(/append-only/)
    await expect(database.asOwner(`truncate "${table}" cascade`)).rejects.toThrow(/append-only/)
    await expect(db.$executeRawUnsafe(`update "${table}" set ${change}`)).rejects.toThrow(/permission denied/)
  })

  it('AS-01: there is no column to type a conformance status into', async () => {
    const { rows } = await database.asOwner(
      `select table_name, column_name from information_schema.columns
       where table_name in ('ModuleVersion', 'Claim', 'Module') and column_name ~* 'status|conform'`,
    )
    expect(rows).toEqual([])
  })
})

describe('the gate', () => {
  it('reads the facts of the moment, and hashes them', async () => {
    const unassessed = await module.unassessed()
    const ask = (id: string, capabilities: string[]) => getGate(db, id, capabilities, today)
    expect(await ask(unassessed.moduleVersionId, ['C5'])).toMatchObject({ gate: 'HELD', label: 'Not assessed (1 gap)' })
    expect((await ask((await module.unlisted()).moduleVersionId, ['C5'])).gate).toBe('REFUSED')
    expect((await ask((await module.suspended()).moduleVersionId, ['C5'])).gate).toBe('REFUSED')
    expect((await ask(newId(), ['C5'])).gate).toBe('REFUSED')
    expect((await ask(made.moduleVersionId, ['C13'])).because).toEqual(['It does not claim C13'])
    const [a, b] = [await ask(made.moduleVersionId, ['C5']), await ask(made.moduleVersionId, ['C5'])]
    expect(a).toEqual(b)
    expect(a.inputsSha256).toMatch(/^[0-9a-f]{64}$/)
    expect(a.inputsSha256).not.toBe((await ask(unassessed.moduleVersionId, ['C5'])).inputsSha256)
  })
})
