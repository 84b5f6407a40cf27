import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { because, answer as kindOf, value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { assessment, type MadeAssessment } from '@/prisma/factories/assessment'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { proposeDecision } from '../decisions/propose-decision'
import { secondDecision } from '../decisions/second-decision'
import { loadFactsOf } from '../load-facts-of'
import { standardRows } from '../standard-value-rules'
import { listDisputes } from './list-disputes'
import { raiseDispute } from './raise-dispute'
import { rejectDispute } from './reject-dispute'

useDatabase()
const [reason, grounds] = [
  'A reason of more than twenty characters',
  'The report was read wrongly: see page twelve of it',
]
let it_: MadeAssessment
let findingId: string

beforeEach(async () => {
  it_ = await assessment.forDecision({ outcome: 'NOT_MET' })
  const { moduleVersionId } = it_.made
  findingId = (await db.finding.findFirstOrThrow({ where: { moduleVersionId, requirementId: 'S1/WHOLE' } })).id
})

const raise = (actor: Actor = it_.editor, id = findingId) => raiseDispute(contextOf(actor), { findingId: id, grounds })
async function raised(): Promise<string> {
  const dispute = await value(raise())
  return dispute.id
}
const reject = (actor: Actor, disputeId: string, version = 1) =>
  rejectDispute(contextOf(actor), { disputeId, version, answer: reason })
const otherReviewer = () => person.with('reviewer', it_.reviewer.organisationId!)
const valueThen = async (day: string) =>
  standardRows((await loadFactsOf(db, it_.made.moduleVersionId))!.facts, day)[0]!.rows[0]!.value

describe('DE-03 a supplier disputes a finding', () => {
  it('its own alone, one that says not met, once', async () => {
    const rival = await person.editor((await organisation.supplier()).id)
    for (const actor of [rival, it_.assessor]) expect(await kindOf(raise(actor))).toBe('not-found')
    expect(await kindOf(raise(it_.editor, newId()))).toBe('not-found')
    const answers = await Promise.all([raise(), raise(it_.signatory), raise()])
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await because(raise())).toBe('This has been disputed already')
    const good = await assessment.forDecision()
    const where = { moduleVersionId: good.made.moduleVersionId }
    const { id } = await db.finding.findFirstOrThrow({ where })
    expect(await because(raise(good.editor, id))).toBe('Only a finding that something is not met can be disputed')
  })

  it('a reviewer who had no part in it rejects it with the reason; nobody else can', async () => {
    const disputeId = await raised()
    const reviewer = await otherReviewer()
    const interested = { ...reviewer, grants: [...reviewer.grants, ...it_.editor.grants] }
    expect(await because(reject(it_.reviewer, disputeId))).toMatch(/You found or signed it yourself/)
    expect(await because(reject(it_.assessor, disputeId))).toBe('Only a reviewer of the authority can reject a dispute')
    expect(await because(reject(it_.editor, disputeId))).toBe('Only a reviewer of the authority can reject a dispute')
    expect(await because(reject(interested, disputeId))).toMatch(/You hold a role in this supplier/)
    const stranger = await person.signatory((await organisation.supplier()).id)
    expect(await kindOf(reject(stranger, disputeId))).toBe('not-found')
    expect(await kindOf(reject(reviewer, newId()))).toBe('not-found')
    expect(await kindOf(reject(reviewer, disputeId, 7))).toBe('stale')
    expect((await listDisputes(reviewer))?.[0]).toMatchObject({ state: 'raised', mayReject: { allowed: true } })
    const both = await Promise.all([reject(reviewer, disputeId), reject(await otherReviewer(), disputeId)])
    expect(both.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await kindOf(reject(reviewer, disputeId, 2))).toBe('wrong-state')
    expect(await listDisputes(it_.editor)).toBeUndefined()
    expect(await valueThen('2026-03-02')).toBe('BREACHED')
  })

  it('two officers uphold it: the finding stays and counts no longer, what is open is closed', async () => {
    const disputeId = await raised()
    const { moduleVersionId } = it_.made
    const finding = await db.finding.findUniqueOrThrow({ where: { id: findingId } })
    const key = { standardVersionId: finding.standardVersionId!, requirementId: finding.requirementId! }
    if ((await db.nonConformity.count({ where: { moduleVersionId } })) === 0)
      await db.nonConformity.create({
        data: { id: newId(), moduleVersionId, ...key, source: 'FINDING', summary: 'x', determinedOn: finding.foundOn },
      })
    const input = { moduleVersionId, reason, disputeId }
    const proposed = await value(proposeDecision(contextOf(it_.officers[0]), 'UPHOLD_DISPUTE', input))
    expect(await valueThen('2026-03-02')).toBe('BREACHED')
    const second = { proposalId: proposed.id, version: 1 }
    expect(await kindOf(secondDecision(contextOf(it_.officers[1]), 'UPHOLD_DISPUTE', second))).toBe('done')
    expect(await valueThen('2026-03-02')).toBe('UNKNOWN')
    expect(await valueThen('2026-03-01')).toBe('UNKNOWN')
    expect(await db.finding.count({ where: { id: findingId } })).toBe(1)
    expect(await db.nonConformity.count({ where: { moduleVersionId, closedOn: null } })).toBe(0)
    expect(await kindOf(reject(await otherReviewer(), disputeId, 2))).toBe('wrong-state')
  })
})
