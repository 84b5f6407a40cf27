import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because, answer as kindOf } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, type MadeAssessment, move } from '@/prisma/factories/assessment'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { findRequirements } from './find-requirements'
import { getAssessment } from './get-assessment'
import { passAssessment, readyAssessment } from './pass-assessment'
import { sendBackFindings, signFindings } from './sign-findings'

useDatabase()
const reason = 'The report does not say which version was tested'
const as = (actor: Actor) => contextOf(actor)
const stateOf = async (id: string) => (await db.assessment.findUniqueOrThrow({ where: { id } })).state
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
    expect(answers.filter((a) => a.ok)).toHaveLength(1)
    expect(await waitingOf(it_.id)).toHaveLength(2)
    expect(await kindOf(find(it_, it_.assessor))).toBe('conflict')
    expect(await db.event.count({ where: { name: 'FindingsMade' } })).toBe(1)
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
