import { beforeEach, describe, expect, it } from 'vitest'
import { recordMissedClocks } from '@/lib/assurance/clocks/record-missed-clocks'
import { raiseConcern } from '@/lib/assurance/non-conformities/raise-concern'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { feedStart, readFeed } from '@/lib/platform/event-feed'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { settledEvents } from '@/lib/testing/settled-events'
import { assessment, type MadeAssessment } from '@/prisma/factories/assessment'
import { contract, parties } from '@/prisma/factories/contract'
import { nonConformity } from '@/prisma/factories/non-conformity'
import { giveDueNotices } from './give-due-notices'
import { sendWeeklyDigest } from './send-weekly-digest'
import { tellAuthorityOfNonConformity } from './tell-authority-of-non-conformity'
import { tellBuyersOfPlan } from './tell-buyers-of-plan'
import { tellClockMissed } from './tell-clock-missed'
import { tellSupplierOfNonConformity } from './tell-supplier-of-non-conformity'

const { asOwner } = useDatabase()
const later = (days: number) => contextOf(system, new Date(noon.getTime() + days * 86_400_000))
const eventsNamed = async (name: string) => {
  await settledEvents()
  return (await readFeed(db, feedStart, 500)).events.filter((event) => event.name === name)
}
/** Whoever is told by a reaction that hears each event of this name twice, by subject. */
async function told(react: (ctx: ReturnType<typeof later>, event: StoredEvent) => Promise<void>, name: string) {
  await db.notification.deleteMany()
  await db.mailMessage.deleteMany()
  for (const event of await eventsNamed(name)) for (const _ of [1, 2]) await react(later(0), event)
  return letters()
}
const letters = async () =>
  (await db.mailMessage.findMany({ select: { recipient: true, subject: true } }))
    .map((l) => `${l.subject} → ${l.recipient}`)
    .toSorted()
const addressOf = async (actor: { userId: string }) =>
  (await db.person.findUniqueOrThrow({ where: { id: actor.userId } })).email

let it_: MadeAssessment
let supplier: string[]
beforeEach(async () => {
  it_ = await assessment.forDecision({ outcome: 'NOT_MET' })
  supplier = [await addressOf(it_.editor), await addressOf(it_.signatory)]
})
const toSupplier = (subject: string) => supplier.map((address) => `${subject} → ${address}`).toSorted()

/** Two officers listed it, and a practice and its payer hold a contract for it. */
async function listedAndBought() {
  const { moduleId, moduleVersionId, supplierId } = it_.made
  const of = await parties()
  await contract.made(of, { moduleId, moduleVersionId, supplierId })
  await nonConformity.list(it_)
  const buyers = [await addressOf(of.manager), await addressOf(of.partner), await addressOf(of.requester)]
  return (subject: string) => buyers.map((address) => `${subject} → ${address}`).toSorted()
}

describe('letters about non-conformities', () => {
  it('the supplier is told that one was opened, once', async () => {
    expect(await told(tellSupplierOfNonConformity, 'NonConformityOpened')).toEqual(
      toSupplier('A requirement was found not to be kept'),
    )
  })

  it('officers of a plan that waits, assessors of a concern', async () => {
    await nonConformity.proposedPlan(it_)
    const officers = await Promise.all(it_.officers.map(addressOf))
    expect(await told(tellAuthorityOfNonConformity, 'PlanProposed')).toEqual(
      officers.map((address) => `A plan waits for two officers → ${address}`).toSorted(),
    )
    await raiseConcern(contextOf(it_.editor), {
      moduleVersionId: it_.made.moduleVersionId,
      requirement: '00000000-0000-4000-8000-000000000001/S1/WHOLE',
      summary: 'Lessons are missing here as well',
      source: 'COMPLAINT',
    })
    expect(await told(tellAuthorityOfNonConformity, 'NonConformityRaised')).toEqual([
      `Somebody has raised a concern → ${await addressOf(it_.assessor)}`,
    ])
  })

  it('buyers of an accepted work-off and of one that ran out; of a remediation their case tells them', async () => {
    const toBuyers = await listedAndBought()
    await nonConformity.acceptedPlan(it_, { dueOn: '2026-04-01' })
    expect(await told(tellBuyersOfPlan, 'PlanAccepted')).toEqual(
      toBuyers('A shortcoming of a module that you use will be worked off'),
    )
    await recordMissedClocks(later(31))
    expect(await told(tellBuyersOfPlan, 'PlanExpired')).toEqual(
      toBuyers('A plan for a module that you use has run out'),
    )
    await nonConformity.acceptedPlan(it_, { kind: 'REMEDIATION', now: later(40).now })
    expect(await told(tellBuyersOfPlan, 'PlanAccepted')).toHaveLength(3)
  })

  it('CL-01 to the supplier, CL-03 to officers as well', async () => {
    await nonConformity.acceptedPlan(it_)
    await recordMissedClocks(later(20))
    const officers = await Promise.all(it_.officers.map(addressOf))
    const late = 'The plan was not started in time'
    expect(await told(tellClockMissed, 'ClockMissed')).toEqual(
      [
        ...toSupplier('The supplier has not stated anything in time'),
        ...toSupplier(late),
        ...officers.map((address) => `${late} → ${address}`),
      ].toSorted(),
    )
  })
})

describe('by time', () => {
  it('CL-04: supplier and buyers are told 28 days before a plan ends, once, and again only for a new last day', async () => {
    const toBuyers = await listedAndBought()
    await nonConformity.acceptedPlan(it_, { dueOn: '2026-06-30' })
    await db.notification.deleteMany()
    await db.mailMessage.deleteMany()
    await giveDueNotices(later(91)) // 2026-06-01
    expect(await letters()).toEqual([])
    for (const days of [92, 92, 93]) await giveDueNotices(later(days))
    expect(await letters()).toEqual([...toSupplier('A plan ends soon'), ...toBuyers('A plan ends soon')].toSorted())
  })

  it('CL-13: the supplier is told at each bound once, and only of the nearest that is over', async () => {
    await listedAndBought()
    await asOwner(`set session_replication_role = replica; update "Evidence" set "validUntil" = '2026-12-27';
      update "Finding" set outcome = 'MET'; set session_replication_role = default`)
    await db.nonConformity.updateMany({
      data: { state: 'closed', closedOn: new Date('2026-03-02'), closedBy: 'FINDING' },
    })
    const counts = []
    for (const days of [119, 120, 121, 211, 271, 272, 299]) {
      await db.mailMessage.deleteMany({ where: { key: { not: { startsWith: 'CL-13' } } } })
      await giveDueNotices(later(days))
      counts.push(await db.mailMessage.count())
    }
    // 180 days before is 30 June (120 days on), 90 is 28 September, 30 is 27 November, 7 is 20 December.
    expect(counts).toEqual([0, 2, 2, 4, 6, 6, 8])
    await db.notification.deleteMany()
    await db.mailMessage.deleteMany()
    await giveDueNotices(later(272))
    expect(await letters()).toEqual(toSupplier('What shows conformance runs out'))
  })

  it('a digest on Monday of what was opened in the week before, one letter a reader', async () => {
    const toBuyers = await listedAndBought()
    await db.notification.deleteMany()
    await db.mailMessage.deleteMany()
    await sendWeeklyDigest(later(6)) // Sunday 8 March
    expect(await letters()).toEqual([])
    for (const days of [7, 7, 9]) await sendWeeklyDigest(later(days))
    expect(await letters()).toEqual(toBuyers('Non-conformities of your modules, week before 9 March 2026'))
  })
})
