import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, system, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because, answer as kindOf } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, evidenceFor, type MadeAssessment, move } from '@/prisma/factories/assessment'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { addEvidence } from '../evidence/add-evidence'
import { getEvidenceFile } from '../evidence/get-evidence-file'
import { loadFactsOf } from '../load-facts-of'
import { answerEpics } from './answer-epics'
import { findRequirements } from './find-requirements'
import { getAssessment } from './get-assessment'
import { listAssessmentQueue, listOwnAssessments } from './list-assessments'
import { openAssessmentWhenPublished } from './open-assessment-when-published'
import { passAssessment, readyAssessment } from './pass-assessment'
import { returnAssessment } from './return-assessment'
import { sendBackFindings, signFindings } from './sign-findings'
import { submitAssessment } from './submit-assessment'
import { withdrawClaim } from './withdraw-claim'

const database = useDatabase()
const reason = 'The report does not say which version was tested'
const as = (actor: Actor) => contextOf(actor)
const stateOf = async (id: string) => (await db.assessment.findUniqueOrThrow({ where: { id } })).state
const eventsOf = async (id: string) =>
  (await db.event.findMany({ where: { aboutId: id }, orderBy: { id: 'asc' } })).map((e) => e.name)
const stranger = async () => person.signatory((await organisation.supplier()).id)

async function find(it: MadeAssessment, actor: Actor, over: Partial<Parameters<typeof findRequirements>[1]> = {}) {
  const evidence = await db.evidence.findMany({ where: { moduleVersionId: it.made.moduleVersionId } })
  return findRequirements(as(actor), {
    id: it.id,
    subjects: ['all-unknown'],
    outcome: 'MET',
    reason: '',
    validUntil: '',
    evidenceIds: evidence.map((e) => e.id),
    ...over,
  })
}
const waitingOf = async (id: string) =>
  (await db.findingProposal.findMany({ where: { assessmentId: id, state: 'found' } })).map((f) => f.id)

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

describe('findings (AC-03, INV-05)', () => {
  let it_: MadeAssessment
  beforeEach(async () => {
    it_ = await assessment.submitted()
    await passAssessment(as(it_.assessor), await move(it_.id))
  })
  const valuesOf = async () => {
    const view = await getAssessment(as(it_.assessor), it_.id)
    return [...view!.capabilities, ...view!.requirements].map((line) => line.value)
  }

  it('the ladder: a stranger, the supplier, a reviewer, an officer, an interest, then done', async () => {
    const interested: Actor = {
      ...it_.assessor,
      grants: [...it_.assessor.grants, ...it_.editor.grants],
    }
    expect(await kindOf(find(it_, await stranger()))).toBe('not-found')
    for (const actor of [it_.signatory, it_.reviewer, it_.officers[0]])
      expect(await because(find(it_, actor))).toBe('Only an assessor of the authority can record what was found')
    expect(await because(find(it_, interested))).toBe('You hold a role in this supplier: somebody else must do this')
    expect(await kindOf(find(it_, it_.assessor))).toBe('done')
    expect(await kindOf(find(it_, it_.assessor, { subjects: ['capability/C5'] }))).toBe('conflict')
  })

  it('EVIDENCE_MISSING: no finding without evidence of this module, in date', async () => {
    const other = await assessment.submitted()
    const theirs = await db.evidence.findMany({ where: { moduleVersionId: other.made.moduleVersionId } })
    for (const evidenceIds of [[], [newId()], theirs.map((e) => e.id)])
      expect(await because(find(it_, it_.assessor, { evidenceIds }))).toBe(
        'Choose evidence of this module that is in date',
      )
    expect(await kindOf(find(it_, it_.assessor, { subjects: ['capability/C13'] }))).toBe('invalid')
    expect(await kindOf(find(it_, it_.assessor, { outcome: 'NOT_APPLICABLE' }))).toBe('invalid')
  })

  it('unsigned it proves nothing; signed by another reviewer it does', async () => {
    expect(await valuesOf()).toEqual(['UNKNOWN', 'UNKNOWN'])
    await find(it_, it_.assessor)
    expect(await valuesOf()).toEqual(['UNKNOWN', 'UNKNOWN'])
    const findingIds = await waitingOf(it_.id)
    const sign = (actor: Actor) => signFindings(as(actor), { id: it_.id, findingIds })
    const both: Actor = {
      ...it_.assessor,
      grants: [...it_.assessor.grants, { ...it_.assessor.grants[0]!, role: 'reviewer' }],
    }
    const interested: Actor = { ...it_.reviewer, grants: [...it_.reviewer.grants, ...it_.editor.grants] }
    expect(await because(sign(both))).toBe('You found this yourself: another reviewer must sign it')
    expect(await kindOf(sign(it_.assessor))).toBe('forbidden')
    expect(await kindOf(sign(it_.officers[0]))).toBe('forbidden')
    expect(await kindOf(sign(interested))).toBe('forbidden')
    expect(await kindOf(sign(await stranger()))).toBe('not-found')
    expect(await kindOf(signFindings(as(it_.reviewer), { id: it_.id, findingIds: [newId()] }))).toBe('not-found')
    expect(await db.finding.count()).toBe(0)
    expect(await kindOf(sign(it_.reviewer))).toBe('done')
    expect(await valuesOf()).toEqual(['MET', 'MET'])
  })

  it('eight reviewers at once make one signature', async () => {
    await find(it_, it_.assessor)
    const findingIds = await waitingOf(it_.id)
    const authority = it_.reviewer.organisationId!
    const reviewers = await Promise.all(Array.from({ length: 8 }, () => person.with('reviewer', authority)))
    const answers = await Promise.all(reviewers.map((r) => signFindings(as(r), { id: it_.id, findingIds })))
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await db.finding.count()).toBe(findingIds.length)
    expect(await db.event.count({ where: { name: 'FindingSigned' } })).toBe(1)
  })

  it('two records at once of the same leave one', async () => {
    const answers = await Promise.all([find(it_, it_.assessor), find(it_, it_.assessor)])
    expect(answers.filter((a) => a.ok).length).toBeLessThanOrEqual(1)
    expect(await waitingOf(it_.id)).toHaveLength(2)
  })

  it('sent back it proves nothing and is found anew; a correction names the old', async () => {
    await find(it_, it_.assessor)
    const sent = { id: it_.id, findingIds: await waitingOf(it_.id), comment: reason }
    expect(await kindOf(sendBackFindings(as(it_.assessor), sent))).toBe('forbidden')
    expect(await kindOf(sendBackFindings(as(it_.reviewer), sent))).toBe('done')
    expect(await kindOf(signFindings(as(it_.reviewer), sent))).toBe('wrong-state')
    await find(it_, it_.assessor)
    await signFindings(as(it_.reviewer), { id: it_.id, findingIds: await waitingOf(it_.id) })
    const old = await db.finding.findFirstOrThrow({ where: { capabilityId: 'C5' } })
    await find(it_, it_.assessor, { subjects: ['capability/C5'], outcome: 'NOT_MET', reason })
    await signFindings(as(it_.reviewer), { id: it_.id, findingIds: await waitingOf(it_.id) })
    expect(await db.finding.findFirstOrThrow({ where: { capabilityId: 'C5', outcome: 'NOT_MET' } })).toMatchObject({
      correctsId: old.id,
    })
    expect(await valuesOf()).toEqual(['FAILED', 'MET'])
  })

  it('moves on only with signed findings, by an assessor or a reviewer', async () => {
    const pass = async (actor: Actor) => passAssessment(as(actor), await move(it_.id))
    const ready = async (actor: Actor) => readyAssessment(as(actor), await move(it_.id))
    expect(await because(pass(it_.assessor))).toBe('No signed finding yet of C5')
    await find(it_, it_.assessor, { subjects: ['capability/C5'] })
    await signFindings(as(it_.reviewer), { id: it_.id, findingIds: await waitingOf(it_.id) })
    for (const actor of [it_.signatory, it_.officers[0]]) expect(await kindOf(pass(actor))).toBe('forbidden')
    expect(await kindOf(pass(it_.assessor))).toBe('done')
    expect(await because(ready(it_.assessor))).toBe('No signed finding yet of S1/WHOLE')
    await find(it_, it_.assessor)
    await signFindings(as(it_.reviewer), { id: it_.id, findingIds: await waitingOf(it_.id) })
    expect(await kindOf(ready(it_.reviewer))).toBe('done')
    expect(await stateOf(it_.id)).toBe('for-decision')
  })
})

describe('evidence (AS-08, RG-03)', () => {
  it('is read by those for whom it is: authority, supplier, buyers, everybody', async () => {
    const it_ = await assessment.opened()
    const buyer = await person.practiceManager((await organisation.practice()).id)
    const readers = [it_.assessor, it_.editor, buyer, await stranger(), visitor]
    for (const [visibility, expected] of [
      ['PUBLIC', [true, true, true, true, true]],
      ['BUYERS', [true, true, true, false, false]],
      ['ASSESSORS', [true, true, false, false, false]],
    ] as const) {
      const given = { id: it_.id, title: 'A report', validUntil: '', replacesId: '', fileName: 'report.exe' }
      const bytes = new TextEncoder().encode('{"a":1}')
      const added = await addEvidence(as(it_.editor), { ...given, visibility, bytes })
      if (!added.ok) throw new Error(added.refusal.kind)
      const read = await Promise.all(readers.map((actor) => getEvidenceFile(actor, added.value.id)))
      expect(read.map((file) => file !== undefined)).toEqual(expected)
      expect(read[0]).toMatchObject({ name: 'a-report.json', contentType: 'application/json' })
    }
  })

  it('is refused where it is none of the four kinds, too large, a stranger’s or of another module', async () => {
    const it_ = await assessment.opened()
    const add = (actor: Actor, bytes: Uint8Array, replacesId = '') =>
      addEvidence(as(actor), {
        id: it_.id,
        title: 'A report',
        visibility: 'PUBLIC',
        validUntil: '',
        fileName: 'report.pdf',
        bytes,
        replacesId,
      })
    const good = new TextEncoder().encode('%PDF-1.7')
    expect(await because(add(it_.editor, new Uint8Array([0x4d, 0x5a])))).toMatch(/PDF, PNG, JSON or CSV/)
    expect(await because(add(it_.editor, new Uint8Array(20 * 1024 * 1024 + 1)))).toMatch(/20 MB/)
    expect(await kindOf(add(await stranger(), good))).toBe('not-found')
    expect(await kindOf(add(it_.assessor, good))).toBe('forbidden')
    expect(await because(add(it_.editor, good, newId()))).toBe('Choose evidence of this module')
    const first = await add(it_.editor, good)
    if (!first.ok) throw new Error(first.refusal.kind)
    expect(await kindOf(add(it_.editor, good, first.value.id))).toBe('done')
    expect(await db.evidence.count({ where: { replacesId: first.value.id } })).toBe(1)
  })

  it.each(['EvidenceFile', 'Waiver'])('AS-03: %s is append-only, for the owner too', async (table) => {
    await expect(
      database.asOwner(`delete from "${table}"`).then(() => database.asOwner(`truncate "${table}"`)),
    ).rejects.toThrow(/append-only/)
    await expect(db.$executeRawUnsafe(`delete from "${table}"`)).rejects.toThrow(/permission denied/)
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
