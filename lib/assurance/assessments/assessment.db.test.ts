import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { because, answer as kindOf } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, evidenceFor, type MadeAssessment, move } from '@/prisma/factories/assessment'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { addEvidence } from '../evidence/add-evidence'
import { loadFactsOf } from '../load-facts-of'
import { answerEpics } from './answer-epics'
import { getAssessment } from './get-assessment'
import { listAssessmentQueue, listOwnAssessments } from './list-assessments'
import { openAssessmentWhenPublished } from './open-assessment-when-published'
import { returnAssessment } from './return-assessment'
import { submitAssessment } from './submit-assessment'
import { withdrawClaim } from './withdraw-claim'

useDatabase()
const reason = 'The report does not say which version was tested'
const as = (actor: Actor) => contextOf(actor)
const eventsOf = async (id: string) =>
  (await db.event.findMany({ where: { aboutId: id }, orderBy: { id: 'asc' } })).map((e) => e.name)
const stranger = async () => person.signatory((await organisation.supplier()).id)

describe('opening (AC-01)', () => {
  const published = async (moduleId: string) => {
    const e = await db.event.findFirstOrThrow({ where: { name: 'ListingPublished', aboutId: moduleId } })
    const data = e.data as Record<string, unknown>
    return { ...e, about: { type: e.aboutType, id: e.aboutId }, from: null, to: null, data }
  }

  it('a published claim that nobody has decided opens one assessment, however often it is heard', async () => {
    const made = await module.unlisted()
    const event = await published(made.moduleId)
    await Promise.all([1, 2, 3].map(() => openAssessmentWhenPublished(as(system), event)))
    await openAssessmentWhenPublished(as(system), event)
    const [opened, ...more] = await db.assessment.findMany({ where: { moduleVersionId: made.moduleVersionId } })
    expect(opened).toMatchObject({ state: 'declared', kind: 'CAPABILITY', capabilityIds: ['C5'] })
    expect(more).toEqual([])
    expect(await eventsOf(opened!.id)).toEqual(['AssessmentOpened'])
  })

  it('a listed module that claims nothing new opens none', async () => {
    const made = await module.conformant()
    await openAssessmentWhenPublished(as(system), await published(made.moduleId))
    expect(await db.assessment.count()).toBe(0)
  })

  it('a listed module that claims something new opens one of that alone', async () => {
    const made = await module.conformant()
    await db.claim.deleteMany({ where: { moduleVersionId: made.moduleVersionId } })
    await openAssessmentWhenPublished(as(system), await published(made.moduleId))
    expect(await db.assessment.findMany({ select: { capabilityIds: true } })).toEqual([{ capabilityIds: ['C5'] }])
    expect(await db.claim.count({ where: { moduleVersionId: made.moduleVersionId } })).toBe(1)
  })
})

describe('the supplier', () => {
  let it_: MadeAssessment
  beforeEach(async () => {
    it_ = await assessment.opened({ answered: false })
  })

  it('submits only what is answered and evidenced: the ladder of submit', async () => {
    const submit = async (actor: Actor) => submitAssessment(as(actor), await move(it_.id))
    expect(await kindOf(submit(await stranger()))).toBe('not-found')
    expect(await kindOf(submit(visitor))).toBe('not-found')
    expect(await because(submit(it_.editor))).toBe('Only a signatory of the supplier can do this')
    expect(await because(submit(it_.assessor))).toBe('Only a signatory of the supplier can do this')
    expect(await because(submit(it_.signatory))).toBe('Answer every epic that must be met: 1 left')
    const answers = { C5E1: 'met' as const }
    expect(await kindOf(answerEpics(as(await stranger()), { ...(await move(it_.id)), answers }))).toBe('not-found')
    expect(await kindOf(answerEpics(as(it_.assessor), { ...(await move(it_.id)), answers }))).toBe('forbidden')
    expect(await kindOf(answerEpics(as(it_.editor), { id: it_.id, version: 9, answers }))).toBe('stale')
    expect(await kindOf(answerEpics(as(it_.editor), { ...(await move(it_.id)), answers: {} }))).toBe('invalid')
    expect(await kindOf(answerEpics(as(it_.editor), { ...(await move(it_.id)), answers }))).toBe('done')
    expect(await because(submit(it_.signatory))).toBe('Add at least one piece of evidence first')
    await evidenceFor(it_)
    expect(await kindOf(submitAssessment(as(it_.signatory), { id: it_.id, version: 99 }))).toBe('stale')
    expect(await kindOf(submit(it_.signatory))).toBe('done')
    expect(await kindOf(submit(it_.signatory))).toBe('wrong-state')
    expect(await eventsOf(it_.id)).toEqual([
      'AssessmentOpened',
      'AssessmentAnswered',
      'EvidenceAdded',
      'AssessmentSubmitted',
    ])
  })

  it('withdraws its claim; a stranger cannot, and it counts no longer', async () => {
    const withdraw = async (actor: Actor) => withdrawClaim(as(actor), await move(it_.id))
    expect(await kindOf(withdraw(await stranger()))).toBe('not-found')
    expect(await kindOf(withdraw(it_.editor))).toBe('forbidden')
    expect(await kindOf(withdraw(it_.signatory))).toBe('done')
    expect(await kindOf(withdraw(it_.signatory))).toBe('wrong-state')
    expect((await loadFactsOf(db, it_.made.moduleVersionId))!.facts.capabilityIds).toEqual([])
  })
})

describe('UNDER_REVIEW: claim and evidence are locked', () => {
  it('nothing can be answered or added until it comes back', async () => {
    const it_ = await assessment.submitted()
    const answers = { C5E1: 'not-met' as const }
    const locked = 'The claim is under review: claim and evidence are locked until it comes back'
    expect(await because(answerEpics(as(it_.editor), { ...(await move(it_.id)), answers }))).toBe(locked)
    const add = () =>
      addEvidence(as(it_.editor), {
        id: it_.id,
        title: 'Later',
        visibility: 'PUBLIC',
        validUntil: '',
        replacesId: '',
        fileName: 'x.json',
        bytes: new TextEncoder().encode('{}'),
      })
    expect(await because(add())).toBe(locked)
    const back = { ...(await move(it_.id)), reason }
    expect(await kindOf(returnAssessment(as(it_.signatory), back))).toBe('forbidden')
    expect(await kindOf(returnAssessment(as(it_.officers[0]), back))).toBe('forbidden')
    expect(await kindOf(returnAssessment(as(await stranger()), back))).toBe('not-found')
    expect(await kindOf(returnAssessment(as(it_.assessor), back))).toBe('done')
    expect(await kindOf(add())).toBe('done')
  })
})

describe('the lists', () => {
  it('show a supplier its own and the authority what is under review', async () => {
    const [declared, waiting] = [await assessment.opened(), await assessment.submitted()]
    expect((await listOwnAssessments(as(declared.editor)))?.map((row) => row.id)).toEqual([declared.id])
    expect((await listAssessmentQueue(as(waiting.assessor)))?.map((row) => row.id)).toEqual([waiting.id])
    expect(await listOwnAssessments(as(waiting.assessor))).toBeUndefined()
    expect(await listAssessmentQueue(as(declared.editor))).toBeUndefined()
    expect(await getAssessment(as(await stranger()), declared.id)).toBeUndefined()
  })
})
