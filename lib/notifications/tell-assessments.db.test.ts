import { describe, expect, it } from 'vitest'
import { returnAssessment } from '@/lib/assurance/assessments/return-assessment'
import { proposeDecision } from '@/lib/assurance/decisions/propose-decision'
import { secondDecision } from '@/lib/assurance/decisions/second-decision'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { assessment, type MadeAssessment, move } from '@/prisma/factories/assessment'
import { tellAssessmentAnswered } from './tell-assessment-answered'
import { tellAssessmentSubmitted } from './tell-assessment-submitted'

useDatabase()
const reason = 'The report does not say which version was tested'
const eventNamed = async (name: string) => {
  await settledEvents()
  return (await readFeed(db, feedStart, 200)).events.find((event) => event.name === name)!
}
const letters = () => db.mailMessage.findMany({ select: { recipient: true, subject: true, body: true } })
const addressesOf = async (...ids: string[]) =>
  (await db.person.findMany({ where: { id: { in: ids } }, select: { email: true } })).map((p) => p.email).sort()
const sides = (it_: MadeAssessment) => ({
  authority: addressesOf(it_.assessor.userId, it_.reviewer.userId),
  supplier: addressesOf(it_.editor.userId, it_.signatory.userId),
})

describe('letters about an assessment', () => {
  it('a submitted claim is told to assessors and reviewers, once', async () => {
    const it_ = await assessment.submitted()
    for (const _ of [1, 2]) await tellAssessmentSubmitted(contextOf(system), await eventNamed('AssessmentSubmitted'))
    expect((await letters()).map((l) => l.recipient).sort()).toEqual(await sides(it_).authority)
    expect((await letters())[0]!.body).toContain(`/assurance/assessments/${it_.id}`)
  })

  it('an opened assessment is told to the supplier, who must act', async () => {
    const it_ = await assessment.opened()
    for (const _ of [1, 2]) await tellAssessmentAnswered(contextOf(system), await eventNamed('AssessmentOpened'))
    expect((await letters()).map((l) => l.recipient).sort()).toEqual(await sides(it_).supplier)
    expect((await letters())[0]!.body).toContain(`/supplier/assessments/${it_.id}`)
  })

  it('nothing is told of one that has come back since; the supplier is told why', async () => {
    const it_ = await assessment.submitted()
    await returnAssessment(contextOf(it_.assessor), { ...(await move(it_.id)), reason })
    await tellAssessmentSubmitted(contextOf(system), await eventNamed('AssessmentSubmitted'))
    expect(await letters()).toEqual([])
    for (const _ of [1, 2]) await tellAssessmentAnswered(contextOf(system), await eventNamed('AssessmentReturned'))
    expect((await letters()).map((l) => l.recipient).sort()).toEqual(await sides(it_).supplier)
    expect((await letters())[0]!.body).toContain(reason)
  })

  it.each([
    ['REFUSE', 'NOT_MET', 'ListingRefused', 'Two officers have refused to list your module'],
    ['LIST', 'MET', 'ModuleListed', 'Two officers have listed your module'],
  ] as const)('%s is told to the supplier', async (kind, outcome, event, subject) => {
    const it_ = await assessment.forDecision({ outcome })
    const { moduleVersionId } = it_.made
    const proposed = await value(proposeDecision(contextOf(it_.officers[0]), kind, { moduleVersionId, reason }))
    await secondDecision(contextOf(it_.officers[1]), kind, { proposalId: proposed.id, version: 1 })
    await tellAssessmentAnswered(contextOf(system), await eventNamed(event))
    expect((await letters()).map((l) => l.subject)).toEqual([subject, subject])
  })
})
