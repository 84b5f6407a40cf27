import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, type MadeAssessment } from '@/prisma/factories/assessment'
import { nonConformity } from '@/prisma/factories/non-conformity'
import { person } from '@/prisma/factories/person'
import { proposeDecision } from '../decisions/propose-decision'
import { secondDecision } from '../decisions/second-decision'
import { statePublicly } from '../non-conformities/state-publicly'
import { considerSuspension } from './consider-suspension'
import { listOfficerTasks } from './list-considerations'
import { recordMissedClocks } from './record-missed-clocks'

const { asOwner } = useDatabase()
const reason = 'A reason of more than twenty characters'
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const nightOf = (days: number) => recordMissedClocks(contextOf(system, later(days)))
const missed = async () =>
  (await db.clockMiss.findMany({ orderBy: [{ dueOn: 'asc' }, { clock: 'asc' }] })).map((m) => m.clock)
const eventsNamed = (name: string) => db.event.count({ where: { name } })

let it_: MadeAssessment
beforeEach(async () => {
  it_ = await assessment.forDecision({ outcome: 'NOT_MET' })
  await nonConformity.list(it_)
})

describe('the nightly work of the clocks', () => {
  it('CL-01, CL-02: a miss is recorded once, on the day after, by two workers at once too', async () => {
    await nightOf(10)
    expect(await missed()).toEqual([])
    await Promise.all([nightOf(11), nightOf(11)])
    await nightOf(12)
    expect(await missed()).toEqual(['CL-01'])
    expect(await db.event.findMany({ where: { name: 'ClockMissed' } })).toMatchObject([
      {
        aboutType: 'ModuleVersion',
        aboutId: it_.made.moduleVersionId,
        actorKind: 'system',
        data: { clock: 'CL-01', dueOn: '2026-03-12', nonConformityId: (await nonConformity.openOf(it_)).id },
      },
    ])
    await nightOf(76)
    expect(await missed()).toEqual(['CL-01', 'CL-02'])
  })

  it('killed between two records and run again, each is recorded once with its event', async () => {
    await nonConformity.acceptedPlan(it_)
    // The second miss of the night cannot be written: the run dies there.
    await asOwner(`create function die() returns trigger language plpgsql as $$ begin
      if new.clock = 'CL-03' then raise exception 'killed'; end if; return new; end $$`)
    await asOwner('create trigger die before insert on "ClockMiss" for each row execute function die()')
    await expect(nightOf(20)).rejects.toThrow(/killed/)
    await asOwner('drop trigger die on "ClockMiss"; drop function die()')
    expect(await missed()).toEqual(['CL-01'])
    expect(await eventsNamed('ClockMissed')).toBe(1)
    await nightOf(20)
    await nightOf(20)
    expect(await missed()).toEqual(['CL-01', 'CL-03'])
    expect(await eventsNamed('ClockMissed')).toBe(2)
  })

  it('CL-05, CL-06: a plan that ran out is recorded once, then a suspension is to be considered', async () => {
    await nonConformity.acceptedPlan(it_, { dueOn: '2026-04-01' })
    await nightOf(31)
    for (const _ of [1, 2]) await nightOf(31)
    expect(await eventsNamed('PlanExpired')).toBe(1)
    const officer = contextOf(it_.officers[0], later(80))
    await nightOf(73)
    expect((await listOfficerTasks(officer)).considerations).toEqual([])
    await nightOf(74)
    const [task] = (await listOfficerTasks(officer)).considerations
    expect(task).toMatchObject({ clock: 'CL-06', moduleVersionId: it_.made.moduleVersionId, dueOn: '2026-05-14' })
    expect((await listOfficerTasks(contextOf(it_.assessor, later(80)))).considerations).toEqual([])
    // DE-02: nothing was proposed in anybody's name, and nothing is suspended.
    expect(await db.decisionProposal.count({ where: { kind: 'SUSPEND' } })).toBe(0)
    const consider = (actor = it_.officers[0]) =>
      considerSuspension(contextOf(actor, later(80)), { missId: task!.missId, reason })
    expect(await because(consider(it_.editor))).toMatch(/Only an officer/)
    expect(await because(consider(await person.officer(it_.officers[0].organisationId!)))).toBe('done')
    expect(await because(consider())).toMatch(/already/)
    expect((await listOfficerTasks(officer)).considerations).toEqual([])
  })

  it('CL-07: a suspension on which nobody has decided heads the officers’ queue', async () => {
    const [one, other] = it_.officers
    const { moduleVersionId } = it_.made
    const proposed = await value(proposeDecision(contextOf(one), 'SUSPEND', { moduleVersionId, reason }))
    await secondDecision(contextOf(other), 'SUSPEND', { proposalId: proposed.id, version: 1 })
    await nightOf(31)
    expect((await listOfficerTasks(contextOf(one, later(31)))).overdue).toMatchObject([{ dueOn: '2026-04-01' }])
    expect(await missed()).toContain('CL-10')
  })

  it('CL-09: no answer to a serious hazard in time; answered in time, there is nothing to consider', async () => {
    const quiet = await assessment.forDecision({ outcome: 'NOT_MET' })
    await nonConformity.list(quiet)
    await db.requirement.updateMany({ data: { hazard: 'CLINICAL_SAFETY' } })
    const nc = await nonConformity.openOf(quiet)
    await statePublicly(contextOf(quiet.editor, later(10)), { id: nc.id, version: nc.version, text: 'We are at work' })
    await nightOf(11)
    const tasks = await listOfficerTasks(contextOf(it_.officers[0], later(11)))
    expect(tasks.considerations).toMatchObject([{ clock: 'CL-09', moduleVersionId: it_.made.moduleVersionId }])
  })
})
