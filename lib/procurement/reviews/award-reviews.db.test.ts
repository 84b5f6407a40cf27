import { beforeEach, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/platform/actor'
import { addDays } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, declareAll, frozenProject } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { person } from '@/prisma/factories/person'
import { decideProject } from '../projects/decide-project'
import { getDecisionPack, getProject } from '../projects/get-project'
import { listAwardReviews } from './list-award-reviews'
import { listUrgentFigures } from './list-urgent-figures'
import { reviewAward } from './review-award'

const database = useDatabase()
let of: Buyers
let finance: Actor
beforeEach(async () => {
  of = await buyers(noon)
  finance = await person.with('finance-officer', of.commissioner.id)
})

/** An award of the only match, at once unless said otherwise. */
async function award(reasonCode: 'urgent' | 'only-one-meets' = 'urgent'): Promise<string> {
  const id = await frozenProject(of, [await module.conformant()])
  await declareAll(id, of.at)
  const { version, entries } = (await getProject(of.manager, id))!
  const why = { reasonCode, reason: 'The present system ends within the month.' }
  const input = { id, version, winnerId: entries[0]!.id, ...why, exclusions: {} }
  await value(decideProject(contextOf(of.manager), input))
  return id
}
const found = (projectId: string) => ({
  projectId,
  outcome: 'not-justified' as const,
  finding: 'The end of the system was known for a year.',
})
const listed = (actor: Actor, at = noon) => listAwardReviews(contextOf(actor, at))

describe('D3: the review of an urgent award', () => {
  it('is owed to the payer with the award, in its days, and its overdue is seen', async () => {
    const id = await award()
    const { dueOn } = await db.awardReview.findUniqueOrThrow({ where: { projectId: id } })
    const pack = JSON.parse((await getDecisionPack(of.manager, id))!)
    expect(pack.decision.mechanism.reviewBy).toBe(dueOn.toISOString().slice(0, 10))
    expect(await listed(finance)).toMatchObject([
      { projectId: id, payerId: of.commissioner.id, state: 'due', may: { allowed: true } },
    ])
    const late = new Date(`${addDays(pack.decision.mechanism.reviewBy, 1)}T10:00:00Z`)
    expect((await listed(finance, late))![0]!.state).toBe('overdue')
  })

  it('an award that could wait owes none', async () => {
    await award('only-one-meets')
    expect(await db.awardReview.count()).toBe(0)
  })

  it('is done once, whoever of twenty comes first, with one event; the award stands', async () => {
    const id = await award()
    const before = await getDecisionPack(of.manager, id)
    const people = await Promise.all(
      Array.from({ length: 20 }, () => person.with('finance-officer', of.commissioner.id)),
    )
    const answers = await Promise.all(people.map((who) => answer(reviewAward(contextOf(who), found(id)))))
    expect(answers.filter((one) => one === 'done')).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set(['done', 'conflict']))
    expect(await db.event.count({ where: { name: 'AwardReviewed', aboutId: id } })).toBe(1)
    expect(await getDecisionPack(of.manager, id)).toBe(before)
    expect((await listed(finance))![0]).toMatchObject({ state: 'done', outcome: 'not-justified' })
  })

  it('is for an approver or finance officer of the payer who did not make the award; a stranger finds nothing', async () => {
    const id = await award()
    const both = { ...of.manager, grants: [...of.manager.grants, ...finance.grants] }
    expect(await because(reviewAward(contextOf(both), found(id)))).toMatch('You made this award')
    const requester = await person.requester(of.commissioner.id)
    expect(await answer(reviewAward(contextOf(requester), found(id)))).toBe('forbidden')
    const stranger = await person.with('finance-officer', (await buyers(noon)).commissioner.id)
    expect(await answer(reviewAward(contextOf(stranger), found(id)))).toBe('not-found')
    expect(await listed(stranger)).toEqual([])
    expect(await listed(of.manager)).toBeUndefined()
  })

  it('what was found refuses update and delete to everybody', async () => {
    const id = await award()
    await value(reviewAward(contextOf(finance), found(id)))
    for (const sql of [
      `update "AwardReview" set outcome = 'justified'`,
      'delete from "AwardReview"',
      'truncate "AwardReview"',
    ])
      await expect(database.asOwner(sql)).rejects.toThrow()
  })

  it('is counted in public, and too few are not shown', async () => {
    await award()
    const figures = await value(listUrgentFigures(contextOf()))
    expect(figures).toMatchObject([{ payerId: of.commissioner.id, awards: undefined, overdue: undefined }])
    await database.asOwner('set session_replication_role = replica')
    await database.asOwner(`update "AwardReview" set "payerId" = '${of.practice.id}'`)
    await database.asOwner('set session_replication_role = default')
    expect(await value(listUrgentFigures(contextOf())), 'a practice stands in no public figure').toEqual([])
  })
})
