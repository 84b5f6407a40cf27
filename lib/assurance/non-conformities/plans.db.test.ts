import { beforeEach, describe, expect, it } from 'vitest'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, type MadeAssessment } from '@/prisma/factories/assessment'
import { nonConformity } from '@/prisma/factories/non-conformity'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { proposeDecision } from '../decisions/propose-decision'
import { secondDecision } from '../decisions/second-decision'
import { factsKnownOn } from '../facts-known-on'
import { loadFactsOf } from '../load-facts-of'
import { standardRows } from '../standard-value-rules'
import { claimDone, rejectClaim, returnPlan, startPlan, tickMilestone } from './move-plan'
import { proposePlan } from './propose-plan'
import { raiseSeverity } from './raise-severity'

const database = useDatabase()
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)
const reason = 'A reason of more than twenty characters'
const versionOf = async (id: string) => (await db.plan.findUniqueOrThrow({ where: { id } })).version
const move = async (id: string) => ({ id, version: await versionOf(id) })
const valueOn = async (id: string, day: string) =>
  standardRows(factsKnownOn((await loadFactsOf(db, id))!.facts, day), day)[0]!.rows[0]!.value

let it_: MadeAssessment
beforeEach(async () => {
  it_ = await assessment.forDecision({ outcome: 'NOT_MET' })
})

describe('a plan', () => {
  it('is proposed by the supplier alone, once at a time, while the non-conformity is open', async () => {
    const nc = await nonConformity.openOf(it_)
    const input = {
      id: nc.id,
      kind: 'WORK_OFF' as const,
      summary: 'New lessons for every screen',
      milestones: [{ words: 'Lessons', dueOn: '2026-09-30' }],
    }
    const propose = (actor: MadeAssessment['editor'], more = {}) => proposePlan(contextOf(actor), { ...input, ...more })
    const stranger = await person.editor((await organisation.supplier()).id)
    expect(await answer(propose(stranger))).toBe('not-found')
    expect(await because(propose(it_.assessor))).toBe('Only the supplier’s own people can do this')
    expect(await answer(propose(it_.editor, { id: newId() }))).toBe('not-found')
    expect(await because(propose(it_.editor, { milestones: [{ words: 'Late', dueOn: '2027-03-03' }] }))).toMatch(
      /365 days/,
    )
    const answers = await Promise.all([1, 2, 3].map(() => answer(propose(it_.editor))))
    expect(answers.toSorted()).toEqual(['conflict', 'conflict', 'done'])
    expect(await db.event.count({ where: { name: 'PlanProposed' } })).toBe(1)
  })

  it('is sent back with a reason, and another can be proposed', async () => {
    const id = await nonConformity.proposedPlan(it_)
    expect(await because(returnPlan(contextOf(it_.editor), { ...(await move(id)), reason }))).toMatch(
      /Only an assessor/,
    )
    expect(await answer(returnPlan(contextOf(it_.officers[0]), { id, version: 9, reason }))).toBe('stale')
    expect(await answer(returnPlan(contextOf(it_.assessor), { ...(await move(id)), reason }))).toBe('done')
    expect(await answer(startPlan(contextOf(it_.editor), await move(id)))).toBe('wrong-state')
    await nonConformity.acceptedPlan(it_)
  })

  it('accepted by two officers it carries the requirement; started, ticked and claimed once each', async () => {
    const { moduleVersionId } = it_.made
    expect(await valueOn(moduleVersionId, '2026-03-02')).toBe('BREACHED')
    const id = await nonConformity.acceptedPlan(it_)
    expect(await valueOn(moduleVersionId, '2026-03-02')).toBe('WORK_OFF')
    expect(await db.event.findFirst({ where: { name: 'PlanAccepted' } })).toMatchObject({
      aboutType: 'ModuleVersion',
      data: { planId: id, kind: 'WORK_OFF', moduleVersionId, nonConformityId: (await nonConformity.openOf(it_)).id },
    })
    const editor = contextOf(it_.editor, later(3))
    expect(await answer(startPlan(contextOf(it_.assessor), await move(id)))).toBe('forbidden')
    expect(await answer(startPlan(editor, await move(id)))).toBe('done')
    expect(await because(startPlan(editor, await move(id)))).toBe('This is done already')
    expect(await answer(tickMilestone(editor, { ...(await move(id)), milestone: 1 }))).toBe('done')
    expect(await because(tickMilestone(editor, { ...(await move(id)), milestone: 1 }))).toBe('This is done already')
    expect(await because(tickMilestone(editor, { ...(await move(id)), milestone: 3 }))).toMatch(/no such milestone/)
    const version = await versionOf(id)
    const claims = await Promise.all([1, 2, 3].map(() => answer(claimDone(editor, { id, version }))))
    expect(claims.toSorted()).toEqual(['done', 'stale', 'stale'])
    expect(await because(rejectClaim(contextOf(it_.editor), { ...(await move(id)), reason }))).toMatch(/assessor/)
    expect(await answer(rejectClaim(contextOf(it_.assessor, later(9)), { ...(await move(id)), reason }))).toBe('done')
    expect(await because(rejectClaim(contextOf(it_.assessor), { ...(await move(id)), reason }))).toMatch(
      /Nobody claims/,
    )
    expect(await answer(claimDone(contextOf(it_.editor, later(12)), await move(id)))).toBe('done')
  })

  it('INV-03: extended later, the register of earlier days keeps the day it showed then', async () => {
    const { moduleVersionId } = it_.made
    const planId = await nonConformity.acceptedPlan(it_)
    const on = async (day: string) => factsKnownOn((await loadFactsOf(db, moduleVersionId))!.facts, day)
    const before = JSON.stringify(await on('2026-03-10'))
    const input = { moduleVersionId, reason, planId, until: '2026-12-29' }
    const proposed = await value(proposeDecision(contextOf(it_.officers[0], later(30)), 'EXTEND', input))
    const second = () =>
      secondDecision(contextOf(it_.officers[1], later(31)), 'EXTEND', { proposalId: proposed.id, version: 1 })
    const both = await Promise.all([answer(second()), answer(second())])
    expect(both.filter((word) => word === 'done')).toHaveLength(1)
    expect(JSON.stringify(await on('2026-03-10'))).toBe(before)
    expect((await on('2026-04-02')).nonConformities[0]!.plans[0]!.dueOn).toBe('2026-12-29')
    expect(await valueOn(moduleVersionId, '2026-12-29')).toBe('WORK_OFF')
    expect(await valueOn(moduleVersionId, '2026-12-30')).toBe('BREACHED')
    const again = { ...input, until: '2027-01-31' }
    expect(await because(proposeDecision(contextOf(it_.officers[0], later(40)), 'EXTEND', again))).toMatch(/once/)
  })

  it('a remediation plan supersedes the plan before it; the row stays breached (DV-02)', async () => {
    const first = await nonConformity.acceptedPlan(it_)
    await nonConformity.acceptedPlan(it_, { kind: 'REMEDIATION', now: later(20) })
    expect(await db.plan.findUnique({ where: { id: first } })).toMatchObject({ state: 'superseded' })
    expect(await db.event.count({ where: { name: 'PlanSuperseded' } })).toBe(1)
    expect(await valueOn(it_.made.moduleVersionId, '2026-03-21')).toBe('WORK_OFF')
    expect(await valueOn(it_.made.moduleVersionId, '2026-03-22')).toBe('BREACHED')
  })

  it('two officers seconding two different acts on one plan: one of them is stale or refused', async () => {
    const planId = await nonConformity.proposedPlan(it_)
    const [one, other] = it_.officers
    const input = { moduleVersionId: it_.made.moduleVersionId, reason, planId }
    const proposed = await value(proposeDecision(contextOf(one), 'ACCEPT_PLAN', input))
    const answers = await Promise.all([
      answer(secondDecision(contextOf(other), 'ACCEPT_PLAN', { proposalId: proposed.id, version: 1 })),
      answer(returnPlan(contextOf(it_.assessor), { id: planId, version: 1, reason })),
    ])
    expect(answers.filter((word) => word === 'done')).toHaveLength(1)
  })
})

describe('NC-01 in the database', () => {
  it('WORK_OFF_NOT_ALLOWED: SQL that accepts a work-off on a serious hazard fails, even where its row says otherwise', async () => {
    const planId = await nonConformity.proposedPlan(it_)
    await database.asOwner(`update "Requirement" set hazard = 'DATA_LOSS'`)
    const accept = `update "Plan" set state = 'accepted', "acceptedOn" = '2026-03-02' where id = $1`
    await expect(database.asOwner(accept, [planId])).rejects.toThrow(/plan_no_work_off_on_serious/)
    const input = { moduleVersionId: it_.made.moduleVersionId, reason, planId }
    expect(await because(proposeDecision(contextOf(it_.officers[0]), 'ACCEPT_PLAN', input))).toMatch(/worked off/)
  })

  it('a work-off plan cannot be accepted once the severity was raised, and a raised one is never lowered', async () => {
    const planId = await nonConformity.proposedPlan(it_)
    const nc = await nonConformity.openOf(it_)
    const raise = (hazard: 'SECURITY' | 'LOW', version: number, actor = it_.assessor) =>
      raiseSeverity(contextOf(actor), { id: nc.id, version, hazard, reason })
    expect(await because(raise('SECURITY', 1, it_.editor))).toMatch(/Only an assessor/)
    expect(await because(raise('LOW', 1))).toMatch(/never lowered/)
    expect(await answer(raise('SECURITY', 1))).toBe('done')
    expect(await because(raise('SECURITY', 2))).toMatch(/never lowered/)
    const input = { moduleVersionId: it_.made.moduleVersionId, reason, planId }
    expect(await because(proposeDecision(contextOf(it_.officers[0]), 'ACCEPT_PLAN', input))).toMatch(/worked off/)
    const accept = `update "Plan" set state = 'accepted', "acceptedOn" = '2026-03-02' where id = $1`
    await expect(database.asOwner(accept, [planId])).rejects.toThrow(/plan_no_work_off_on_serious/)
  })

  it.each(['PlanMilestone', 'PlanAct', 'ClockRule', 'ClockMiss', 'NonConformityStatement'])(
    'AS-03: %s is append-only',
    async (table) => {
      await expect(database.asOwner(`truncate "${table}" cascade`)).rejects.toThrow(/append-only/)
      await expect(db.$executeRawUnsafe(`delete from "${table}"`)).rejects.toThrow(/permission denied/)
    },
  )

  it('plans and non-conformities are never deleted, and their days are never rewritten', async () => {
    await nonConformity.acceptedPlan(it_)
    for (const sql of ['delete from "Plan"', 'delete from "PlanMilestone"', 'delete from "NonConformity"'])
      await expect(database.asOwner(sql)).rejects.toThrow(/never deleted|append-only|foreign key/)
    for (const sql of [
      `update "Plan" set "dueOn" = '2027-01-01'`,
      `update "Plan" set "acceptedOn" = '2026-01-01'`,
      `update "NonConformity" set "determinedOn" = '2026-01-01'`,
    ])
      await expect(database.asOwner(sql)).rejects.toThrow(/keeps its/)
  })
})
