import { beforeEach, describe, expect, it } from 'vitest'
import { visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, type MadeAssessment } from '@/prisma/factories/assessment'
import { type MadeModule, module } from '@/prisma/factories/module'
import { nonConformity } from '@/prisma/factories/non-conformity'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { findRequirements } from '../assessments/find-requirements'
import { signFindings } from '../assessments/sign-findings'
import { proposeDecision } from '../decisions/propose-decision'
import { secondDecision } from '../decisions/second-decision'
import { getGate } from '../get-gate'
import { confirmConcern, dismissConcern } from './answer-concern'
import { raiseConcern } from './raise-concern'
import { statePublicly } from './state-publicly'

useDatabase()
const reason = 'A reason of more than twenty characters'
const requirement = '00000000-0000-4000-8000-000000000001/S1/WHOLE'
const later = (days: number) => new Date(noon.getTime() + days * 86_400_000)

describe('a concern', () => {
  let made: MadeModule
  let authority: string
  beforeEach(async () => {
    made = await module.conformant()
    authority = (await organisation.authority()).id
  })
  const raiser = async () => person.practiceManager((await organisation.practice()).id)
  const raise = (actor: Parameters<typeof contextOf>[0], more: Partial<Parameters<typeof raiseConcern>[1]> = {}) =>
    raiseConcern(contextOf(actor), {
      moduleVersionId: made.moduleVersionId,
      requirement,
      summary: 'The screens for repeat prescriptions are not covered',
      source: 'COMPLAINT',
      ...more,
    })
  const gate = async () => (await getGate(db, made.moduleVersionId, ['C5'], '2026-03-02')).gate

  it('may be raised by anyone signed in, about a requirement that applies, and counts for nothing', async () => {
    const practice = await raiser()
    expect(await because(raise(visitor))).toBe('Sign in to raise a concern')
    expect(await answer(raise(practice, { moduleVersionId: newId() }))).toBe('not-found')
    expect(await because(raise(practice, { requirement: 'x/S9/WHOLE' }))).toMatch(/applies to this module/)
    expect(await because(raise(practice, { source: 'LEGAL_NOTICE' }))).toMatch(/Only the authority/)
    expect(await answer(raise(practice))).toBe('done')
    expect(await gate()).toBe('OPEN')
    expect(await db.event.findFirst({ where: { name: 'NonConformityRaised' } })).toMatchObject({
      aboutId: made.moduleVersionId,
      data: { source: 'COMPLAINT', requirementId: 'S1/WHOLE' },
    })
  })

  it('a person has 20 of them waiting at most', async () => {
    const practice = await raiser()
    for (let i = 0; i < 20; i++) expect(await answer(raise(practice))).toBe('done')
    expect(await because(raise(practice))).toMatch(/20 concerns of yours wait/)
  })

  it('is confirmed once by an assessor without interest who did not raise it; from then it counts', async () => {
    const assessor = await person.with('assessor', authority)
    const raised = await value(raise(assessor, { source: 'LEGAL_NOTICE' }))
    const input = { id: raised.id, version: 1, reason }
    const other = await person.with('assessor', authority)
    const interested = {
      ...other,
      grants: [...other.grants, ...(await person.editor(made.supplierId)).grants],
    }
    expect(await because(confirmConcern(contextOf(assessor), input))).toMatch(/You raised this/)
    expect(await because(confirmConcern(contextOf(interested), input))).toMatch(/You hold a role in this supplier/)
    expect(await answer(confirmConcern(contextOf(await raiser()), input))).toBe('not-found')
    expect(await because(dismissConcern(contextOf(await person.officer(authority)), input))).toMatch(/Only an assessor/)
    const two = await Promise.all([1, 2].map(() => answer(confirmConcern(contextOf(other), input))))
    expect(two.filter((word) => word === 'done')).toHaveLength(1)
    expect(await gate()).toBe('ACKNOWLEDGE')
    expect(await answer(dismissConcern(contextOf(other), { ...input, version: 2 }))).toBe('wrong-state')
    // AS-04: who confirmed it has assessed the matter, and may not decide about it as an officer.
    const both = { ...other, grants: [...other.grants, ...(await person.officer(authority)).grants] }
    const suspend = proposeDecision(contextOf(both), 'SUSPEND', { moduleVersionId: made.moduleVersionId, reason })
    expect(await because(suspend)).toMatch(/You assessed this module/)
  })

  it('dismissed, it never counted; a second one of the same requirement is dismissed as known', async () => {
    const [assessor, practice] = [await person.with('assessor', authority), await raiser()]
    const ids: string[] = []
    for (let i = 0; i < 3; i++) {
      const raised = await raise(practice)
      if (raised.ok) ids.push(raised.value.id)
    }
    const move = (i: number) => ({ id: ids[i]!, version: 1, reason })
    expect(await answer(dismissConcern(contextOf(assessor), move(0)))).toBe('done')
    expect(await gate()).toBe('OPEN')
    expect(await answer(confirmConcern(contextOf(assessor), move(1)))).toBe('done')
    expect(await because(confirmConcern(contextOf(assessor), move(2)))).toMatch(/dismiss it as known/)
    expect(await db.event.count({ where: { name: 'NonConformityDismissed' } })).toBe(1)
    expect(await db.event.count({ where: { name: 'NonConformityOpened' } })).toBe(1)
  })
})

describe('an open non-conformity', () => {
  let it_: MadeAssessment
  beforeEach(async () => {
    it_ = await assessment.forDecision({ outcome: 'NOT_MET' })
  })

  it('the supplier states publicly, a later statement beside the earlier', async () => {
    const nc = await nonConformity.openOf(it_)
    const state = (version: number, text: string, actor = it_.editor) =>
      statePublicly(contextOf(actor, later(version)), { id: nc.id, version, text })
    const stranger = await person.editor((await organisation.supplier()).id)
    expect(await answer(state(1, 'Not ours', stranger))).toBe('not-found')
    expect(await because(state(1, 'Not ours', it_.assessor))).toMatch(/Only the supplier/)
    const two = await Promise.all(['One', 'Two'].map((text) => answer(state(1, text))))
    expect(two.toSorted()).toEqual(['done', 'stale'])
    expect(await answer(state(2, 'The lessons are written'))).toBe('done')
    expect(await db.nonConformityStatement.count()).toBe(2)
  })

  it('NC_OPEN: nothing is found, or signed, not to apply while one is open', async () => {
    const [id, moduleVersionId] = [it_.id, it_.made.moduleVersionId]
    await db.assessment.update({ where: { id }, data: { state: 'standards-review' } })
    const evidence = await db.evidence.findMany({ where: { moduleVersionId } })
    const find = () =>
      findRequirements(contextOf(it_.assessor), {
        id,
        subjects: [requirement],
        outcome: 'NOT_APPLICABLE',
        reason: 'The module has no screens of this kind',
        validUntil: '',
        evidenceIds: evidence.map((e) => e.id),
      })
    expect(await because(find())).toMatch(/A non-conformity is open/)
    const nc = await nonConformity.openOf(it_)
    await db.nonConformity.update({
      where: { id: nc.id },
      data: { state: 'closed', closedOn: new Date('2026-03-02'), closedBy: 'DISPUTE' },
    })
    expect(await answer(find())).toBe('done')
    const { id: _, ...rest } = nc
    await db.nonConformity.create({ data: { ...rest, id: newId() } })
    const [found] = await db.findingProposal.findMany({ where: { assessmentId: id, state: 'found' } })
    expect(await because(signFindings(contextOf(it_.reviewer), { id, findingIds: [found!.id] }))).toMatch(/is open/)
  })

  it('a waiver closes it, and its plan is verified', async () => {
    const planId = await nonConformity.acceptedPlan(it_)
    const [one, other] = it_.officers
    const input = { moduleVersionId: it_.made.moduleVersionId, reason, requirement: 'S1/WHOLE', until: '2026-06-01' }
    const proposed = await value(proposeDecision(contextOf(one), 'WAIVE', input))
    const second = { proposalId: proposed.id, version: 1 }
    expect(await answer(secondDecision(contextOf(other), 'WAIVE', second))).toBe('done')
    expect(await db.nonConformity.findFirst()).toMatchObject({ state: 'closed', closedBy: 'WAIVER' })
    expect(await db.plan.findUnique({ where: { id: planId } })).toMatchObject({ state: 'verified' })
    expect(await db.event.count({ where: { name: 'PlanVerified' } })).toBe(1)
  })
})
