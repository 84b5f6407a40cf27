import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, type MadeAssessment } from '@/prisma/factories/assessment'
import { type MadeModule, module } from '@/prisma/factories/module'
import { findRequirements } from '../assessments/find-requirements'
import { signFindings } from '../assessments/sign-findings'
import { getGate } from '../get-gate'
import { loadFactsOf } from '../load-facts-of'
import { standardRows } from '../standard-value-rules'
import { closeNonConformities } from './close-non-conformities'
import { openNonConformity } from './open-non-conformity'

useDatabase()
const requirement = { standardVersionId: '00000000-0000-4000-8000-000000000001', requirementId: 'S1/WHOLE' }
const eventsNamed = (name: string) => db.event.count({ where: { name } })
const requirementValueOf = async (id: string, today = '2026-03-02') =>
  standardRows((await loadFactsOf(db, id))!.facts, today)[0]!.rows[0]!.value

describe('opening a non-conformity', () => {
  let made: MadeModule
  beforeEach(async () => {
    made = await module.conformant()
  })
  const open = (source: 'RUN' | 'LAPSE' = 'RUN') =>
    transaction((tx) =>
      openNonConformity(tx, contextOf(system), {
        moduleVersionId: made.moduleVersionId,
        ...requirement,
        source,
        summary: 'It failed',
        determinedOn: '2026-03-02',
      }),
    )

  it('NC-02: breaches the requirement at once, with one event about the module version', async () => {
    expect(await requirementValueOf(made.moduleVersionId)).toBe('MET')
    const { id, opened } = await open()
    expect(opened).toBe(true)
    expect(await requirementValueOf(made.moduleVersionId)).toBe('BREACHED')
    expect(await db.event.findFirst({ where: { name: 'NonConformityOpened' } })).toMatchObject({
      aboutType: 'ModuleVersion',
      aboutId: made.moduleVersionId,
      data: { nonConformityId: id, source: 'RUN', requirementId: 'S1/WHOLE' },
    })
  })

  it('is idempotent, for several at once too: one row, one event', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => open()))
    expect(answers.filter((a) => a.opened)).toHaveLength(1)
    expect(new Set(answers.map((a) => a.id)).size).toBe(1)
    expect(await db.nonConformity.count()).toBe(1)
    expect(await eventsNamed('NonConformityOpened')).toBe(1)
  })

  it('stands beside one that time opened, which lapses the requirement and does not breach it', async () => {
    await open('LAPSE')
    expect(await requirementValueOf(made.moduleVersionId)).toBe('LAPSED')
    expect((await open()).opened).toBe(true)
    expect(await requirementValueOf(made.moduleVersionId)).toBe('BREACHED')
    expect((await open('LAPSE')).opened).toBe(false)
  })

  it('closed once by two at once; a recurrence is a new non-conformity', async () => {
    await open()
    const close = () =>
      transaction((tx) =>
        closeNonConformities(tx, contextOf(system), made.moduleVersionId, [requirement], {
          by: 'DISPUTE',
          becauseOf: { disputeId: newId() },
        }),
      )
    expect((await Promise.all([close(), close(), close()])).toSorted()).toEqual([0, 0, 1])
    expect(await eventsNamed('NonConformityClosed')).toBe(1)
    expect(await requirementValueOf(made.moduleVersionId)).toBe('MET')
    expect((await open()).opened).toBe(true)
    expect(await db.nonConformity.findMany({ select: { state: true }, orderBy: { state: 'asc' } })).toEqual([
      { state: 'closed' },
      { state: 'open' },
    ])
  })
})

describe('signed findings', () => {
  let it_: MadeAssessment
  const key = `${requirement.standardVersionId}/${requirement.requirementId}`
  const found = async (outcome: 'MET' | 'NOT_MET', reason = '') => {
    const evidence = await db.evidence.findMany({ where: { moduleVersionId: it_.made.moduleVersionId } })
    await value(
      findRequirements(contextOf(it_.assessor), {
        id: it_.id,
        subjects: [key],
        outcome,
        reason,
        validUntil: '',
        evidenceIds: evidence.map((e) => e.id),
      }),
    )
    const [proposal] = await db.findingProposal.findMany({ where: { assessmentId: it_.id, state: 'found' } })
    return { id: it_.id, findingIds: [proposal!.id] }
  }
  const sign = async (outcome: 'MET' | 'NOT_MET', reason = '') =>
    signFindings(contextOf(it_.reviewer), await found(outcome, reason))
  beforeEach(async () => {
    it_ = await assessment.submitted()
  })

  it('NC-02: NOT_MET opens it in the same transaction, a newer MET closes it', async () => {
    const { moduleVersionId } = it_.made
    expect(await answer(sign('NOT_MET', 'Half of the screens are missing'))).toBe('done')
    expect(await db.nonConformity.findMany()).toMatchObject([
      { state: 'open', source: 'FINDING', summary: 'Half of the screens are missing', moduleVersionId },
    ])
    expect(await answer(sign('NOT_MET'))).toBe('done')
    expect(await db.nonConformity.count()).toBe(1)
    expect(await answer(sign('MET'))).toBe('done')
    expect(await db.nonConformity.findMany()).toMatchObject([{ state: 'closed', closedBy: 'FINDING' }])
    expect(await requirementValueOf(moduleVersionId)).toBe('MET')
    const events = await db.event.findMany({ where: { name: { startsWith: 'NonConformity' } }, orderBy: { id: 'asc' } })
    expect(events.map((e) => e.name)).toEqual(['NonConformityOpened', 'NonConformityClosed'])
    expect((await getGate(db, moduleVersionId, ['C5'], '2026-03-02')).gate).toBe('REFUSED')
  })

  it('a SHOULD that is not met starts no clocks, as it lowers no label (DV-01)', async () => {
    await db.requirement.updateMany({ data: { level: 'SHOULD' } })
    expect(await answer(sign('NOT_MET'))).toBe('done')
    expect(await db.nonConformity.count()).toBe(0)
  })

  it('NC-03: an officer who accepted its plan may not sign the finding that closes it', async () => {
    await sign('NOT_MET')
    const nc = await db.nonConformity.findFirstOrThrow()
    const planId = newId()
    const day = new Date('2026-03-02')
    await db.plan.create({
      data: {
        id: planId,
        nonConformityId: nc.id,
        kind: 'WORK_OFF',
        hazard: 'LOW',
        summary: 'x',
        state: 'accepted',
        acceptedOn: day,
        dueOn: new Date('2026-09-30'),
      },
    })
    await db.officerDecision.create({
      data: {
        id: newId(),
        moduleVersionId: nc.moduleVersionId,
        kind: 'ACCEPT_PLAN',
        reason: 'A reason of more than twenty characters',
        terms: { planId },
        effectiveFrom: day,
        madeOn: day,
        madeById: it_.reviewer.userId,
        secondedById: it_.officers[1].userId,
        recordedAt: noon,
      },
    })
    expect(await because(sign('MET'))).toMatch(/Somebody who accepted its plan cannot close/)
    expect(await db.nonConformity.findFirst()).toMatchObject({ state: 'open' })
    expect(await db.finding.count({ where: { outcome: 'MET', requirementId: 'S1/WHOLE' } })).toBe(0)
  })
})

it('RF-01: meeting a newer version to which everything carries over closes what was opened against the older', async () => {
  const it_ = await assessment.submitted()
  const { moduleVersionId } = it_.made
  await transaction((tx) =>
    openNonConformity(tx, contextOf(system), {
      moduleVersionId,
      ...requirement,
      source: 'COMPLAINT',
      summary: 'It does not keep it',
      determinedOn: '2026-03-02',
    }),
  )
  const newer = newId()
  await db.standardVersion.create({
    data: { id: newer, standardId: 'S1', version: '2.0.0', assertedState: 'Effective', source: 'test' },
  })
  const of = { title: 'All of it', level: 'MUST', method: 'DOCUMENT', hazard: 'LOW' }
  await db.requirement.create({ data: { standardVersionId: newer, id: 'S1/WHOLE', ...of } })
  const from = { fromVersionId: requirement.standardVersionId, fromRequirementId: 'S1/WHOLE' }
  await db.requirementChange.create({
    data: { id: newId(), standardVersionId: newer, kind: 'SAME', requirementId: 'S1/WHOLE', ...from },
  })
  const evidence = await db.evidence.findMany({ where: { moduleVersionId } })
  const found = await findRequirements(contextOf(it_.assessor), {
    id: it_.id,
    subjects: [`${newer}/S1/WHOLE`],
    outcome: 'MET',
    reason: '',
    validUntil: '',
    evidenceIds: evidence.map((e) => e.id),
  })
  expect(found.ok).toBe(true)
  const [proposal] = await db.findingProposal.findMany({ where: { assessmentId: it_.id, state: 'found' } })
  expect(await answer(signFindings(contextOf(it_.reviewer), { id: it_.id, findingIds: [proposal!.id] }))).toBe('done')
  expect(await db.nonConformity.findMany()).toMatchObject([{ state: 'closed', closedBy: 'FINDING' }])
})
