import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { because, answer as kindOf, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { move } from '@/prisma/factories/assessment'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { type MadeObligation, uplift } from '@/prisma/factories/uplift'
import { findRequirements } from '../assessments/find-requirements'
import { finishAssessment } from '../assessments/finish-assessment'
import { getAssessment } from '../assessments/get-assessment'
import { readyAssessment } from '../assessments/pass-assessment'
import { withdrawClaim } from '../assessments/withdraw-claim'
import { loadFactsOf } from '../load-facts-of'
import { getRegisterEntry } from '../register/get-register-entry'
import { standardRows } from '../standard-value-rules'
import { proposeStandardDecision } from '../standards/propose-standard-decision'
import { secondStandardDecision } from '../standards/second-standard-decision'
import { askForAssessment } from './ask-for-assessment'
import { listOwnObligations } from './list-obligations'
import { noUsage } from './usage'

useDatabase()
let it_: MadeObligation
const onDay = (day: string) => new Date(`${day}T12:00:00Z`)
const ask = (actor: Actor, at = noon) => askForAssessment(contextOf(actor, at), { obligationId: it_.obligationId })
const open = async (at = noon) => {
  const asked = await value(ask(it_.editor, at))
  return asked.assessmentId
}
const stranger = async () => person.signatory((await organisation.supplier()).id)
const obligation = async (at = noon) => (await listOwnObligations(contextOf(it_.signatory, at)))![0]!
const linesOf = async (id: string, at = noon) =>
  (await getAssessment(contextOf(it_.assessor, at), id))!.requirements.map((line) => [line.words, line.value])
const finish = async (actor: Actor, id: string, at = noon) => finishAssessment(contextOf(actor, at), await move(id))
const labelOn = async (day: string, now = day) => {
  const entry = await getRegisterEntry(contextOf(visitor, onDay(now)), it_.made.moduleId, '1.0.0', { asOf: day })
  return entry.ok ? entry.value.label.words : entry.refusal.kind
}
async function withdrawVersion(day: string) {
  const what = {
    standardVersionId: it_.standardVersionId,
    kind: 'WITHDRAW' as const,
    reason: 'It asks what nobody can show',
  }
  const [first, second] = it_.officers.map((officer) => contextOf(officer, onDay(day)))
  const proposed = await value(proposeStandardDecision(first!, what, noUsage))
  const sent = { proposalId: proposed.id, version: 1 }
  expect(await kindOf(secondStandardDecision(second!, sent, noUsage))).toBe('done')
}

beforeEach(async () => {
  it_ = await uplift.asked()
})

describe('FA-04, RF-03 asking for an assessment', () => {
  it('the ladder: strangers and the authority find nothing, an editor asks once, with one event', async () => {
    for (const actor of [visitor, await stranger(), it_.assessor, it_.reviewer, it_.officers[0], it_.author])
      expect(await kindOf(ask(actor))).toBe('not-found')
    expect(await obligation()).toMatchObject({ state: 'declared', needsAssessment: true, assessmentId: undefined })
    const id = await open()
    expect(await db.assessment.findMany()).toMatchObject([{ id, kind: 'UPLIFT', capabilityIds: [], state: 'declared' }])
    expect(await because(ask(it_.signatory))).toBe('An assessment of it is open already')
    expect(await obligation()).toMatchObject({ assessmentId: id })
    expect(await db.event.findMany({ where: { aboutId: id } })).toMatchObject([
      { name: 'AssessmentOpened', data: { obligationId: it_.obligationId, standardVersionId: it_.standardVersionId } },
    ])
  })

  it('eight at once open one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask(it_.signatory)))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.assessment.count()).toBe(1)
    expect(await db.event.count({ where: { name: 'AssessmentOpened' } })).toBe(1)
  })

  it('not for a version that is withdrawn, nor for a module that is', async () => {
    await withdrawVersion('2026-03-05')
    expect(await kindOf(ask(it_.signatory, onDay('2026-03-06')))).toBe('wrong-state')
    await db.moduleVersion.update({
      where: { id: it_.made.moduleVersionId },
      data: { withdrawnOn: onDay('2026-03-05') },
    })
    expect(await because(ask(it_.signatory, onDay('2026-03-06')))).toBe('Only a listed module can be assessed again')
  })

  it('what is withdrawn takes no claim away, and can be asked again', async () => {
    const id = await open()
    expect(await kindOf(withdrawClaim(contextOf(it_.signatory), await move(id)))).toBe('done')
    expect((await loadFactsOf(db, it_.made.moduleVersionId))!.facts.capabilityIds).toEqual(['C5'])
    expect(await labelOn('2026-03-03')).toBe('Conformant until 30 June 2026')
    expect(await open()).not.toBe(id)
  })
})

describe('SV-03 proving a version before it binds', () => {
  it('the assessor sees the later version by its name, the signed value is ahead, and holds when the transition is over', async () => {
    const id = await open()
    expect(await linesOf(id)).toEqual([
      ['S1/WHOLE of 1.0.0, A standard', 'MET'],
      ['S1/WHOLE of 1.1.0, A standard', 'UNKNOWN'],
    ])
    await uplift.underReview(it_, id)
    const findingIds = await uplift.found(it_, id, 'MET')
    expect((await obligation()).state).toBe('declared')
    await uplift.signed(it_, id, findingIds)
    const { facts } = (await loadFactsOf(db, it_.made.moduleVersionId))!
    expect(standardRows(facts, '2026-03-02')).toMatchObject([{ version: '1.1.0', value: 'MET', ahead: true }])
    expect((await obligation()).state).toBe('met')
    expect(await labelOn('2026-07-01')).toBe('Conformant')
    expect(await labelOn('2026-03-01', '2026-07-01')).toBe('Conformant')
  })

  it('a finding that says not met is a non-conformity of the new version, and the older still holds until the end', async () => {
    const id = await open()
    await uplift.underReview(it_, id)
    await uplift.signed(it_, id, await uplift.found(it_, id, 'NOT_MET'))
    expect(await linesOf(id)).toEqual([
      ['S1/WHOLE of 1.0.0, A standard', 'MET'],
      ['S1/WHOLE of 1.1.0, A standard', 'BREACHED'],
    ])
    expect(await labelOn('2026-03-03')).toBe('Conformant until 30 June 2026')
    expect(await labelOn('2026-07-01')).toBe('Not conformant')
    expect(await kindOf(finish(it_.reviewer, id))).toBe('done')
  })

  it('after the transition it can still be asked and found', async () => {
    const late = onDay('2026-07-02')
    expect(await labelOn('2026-07-02')).toBe('Not conformant (lapsed)')
    const id = await open(late)
    await uplift.underReview(it_, id, late)
    expect(await because(finish(it_.reviewer, id, late))).toBe('No signed finding yet of S1/WHOLE')
    await uplift.signed(it_, id, await uplift.found(it_, id, 'MET', late), late)
    expect(await kindOf(finish(it_.reviewer, id, late))).toBe('done')
    expect(await labelOn('2026-07-03')).toBe('Conformant')
    expect((await obligation(late)).state).toBe('met')
  })

  it('what two officers withdraw meanwhile is asked no longer, and nothing holds the assessment open', async () => {
    const id = await open()
    await uplift.underReview(it_, id)
    await withdrawVersion('2026-03-05')
    const at = onDay('2026-03-06')
    expect((await linesOf(id, at)).map(([words]) => words)).toEqual(['S1/WHOLE of 1.0.0, A standard'])
    const evidenceIds = (await db.evidence.findMany()).map((e) => e.id)
    const what = { id, subjects: [it_.subject], outcome: 'MET' as const, reason: '', validUntil: '', evidenceIds }
    expect(await kindOf(findRequirements(contextOf(it_.assessor, at), what))).toBe('invalid')
    expect(await kindOf(finish(it_.reviewer, id, at))).toBe('done')
    expect((await obligation(at)).state).toBe('lifted')
  })
})

describe('a reviewer says that it is done', () => {
  it('the ladder: wrong people, unsigned, stale, done once, and no officer is needed', async () => {
    const id = await open()
    expect(await kindOf(finish(it_.reviewer, id))).toBe('wrong-state')
    await uplift.underReview(it_, id)
    expect(await kindOf(finish(await stranger(), id))).toBe('not-found')
    const interested: Actor = { ...it_.reviewer, grants: [...it_.reviewer.grants, ...it_.editor.grants] }
    for (const actor of [it_.signatory, it_.assessor, it_.officers[0], interested])
      expect(await kindOf(finish(actor, id))).toBe('forbidden')
    expect(await because(finish(it_.reviewer, id))).toBe('No signed finding yet of S1/WHOLE')
    expect(await because(readyAssessment(contextOf(it_.reviewer), await move(id)))).toBe(
      'It claims nothing new, so there is nothing to list: a reviewer says when it is done',
    )
    const findingIds = await uplift.found(it_, id, 'MET')
    expect(await because(finish(it_.reviewer, id))).toBe('A finding waits for a signature')
    await uplift.signed(it_, id, findingIds)
    const stale = { id, version: (await move(id)).version - 1 }
    expect(await kindOf(finishAssessment(contextOf(it_.reviewer), stale))).toBe('stale')
    const answers = await Promise.all([1, 2, 3].map(() => finish(it_.reviewer, id)))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'AssessmentFinished', aboutId: id } })).toBe(1)
    expect(await db.assessment.findMany()).toMatchObject([{ state: 'finished' }])
    expect(await db.decisionProposal.count()).toBe(0)
    expect(await kindOf(ask(it_.signatory))).toBe('wrong-state')
  })

  it('the database refuses the end without a listing to whatever claims a capability', async () => {
    const id = await open()
    const end = db.assessment.update({ where: { id }, data: { state: 'finished', capabilityIds: ['C5'] } })
    await expect(end).rejects.toThrow('assessment_finished')
  })
})
