import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { addDays } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, frozenProject } from '@/prisma/factories/call-off'
import * as made from '@/prisma/factories/competition'
import { competitors, criteria, openedCompetition } from '@/prisma/factories/competition'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { getProject } from '../projects/get-project'
import { closeDueOffers } from './close-due-offers'
import { editCriteria } from './edit-criteria'
import { getAward } from './get-award'
import { getCompetitionView } from './get-competition-view'
import { makeOffer, withdrawOffer } from './make-offer'
import { openCompetition } from './open-competition'

const database = useDatabase()
let of: Buyers
beforeEach(async () => {
  of = await buyers(noon)
})
const reason = 'A reason that is long enough to be kept for good.'

describe('opening', () => {
  it('COM-1, COM-2, A8: criteria first, 2 to 8 entries, a reason for each other one, five working days; once', async () => {
    const modules = await competitors(100_000, 110_000, 120_000)
    const projectId = await frozenProject(of, modules, { route: 'competition', startsOn: '2026-06-01' })
    const [a, b, c] = (await getProject(of.manager, projectId))!.entries
    const open = { projectId, version: 3, deadline: '2026-03-23', entrants: [a!.id, b!.id], exclusions: {} }
    const ctx = contextOf(of.manager)
    const left = { [c!.id]: { code: 'price' as const, text: reason } }
    expect(await because(openCompetition(ctx, { ...open, exclusions: left }))).toBe(
      'Say first what counts, and how much',
    )
    expect(await because(editCriteria(ctx, { projectId, version: 3, priceWeight: 25, elements: [] }))).toContain(
      '30 to 90',
    )
    await value(editCriteria(ctx, { projectId, version: 3, ...criteria.mixed }))
    const [stale, stranger] = [
      openCompetition(ctx, { ...open, exclusions: left }),
      await person.practiceManager((await organisation.practice()).id),
    ]
    expect(await answer(stale)).toBe('stale')
    expect(await answer(openCompetition(contextOf(stranger), { ...open, exclusions: left }))).toBe('not-found')
    const now = { ...open, version: 4 }
    expect(await because(openCompetition(ctx, now))).toBe('Say why Rival C does not compete')
    expect(await because(openCompetition(ctx, { ...now, entrants: [a!.id], exclusions: left }))).toContain(
      'Choose 2 to 8',
    )
    expect(await because(openCompetition(ctx, { ...now, deadline: '2026-03-06', exclusions: left }))).toContain(
      '9 March 2026 at the earliest',
    )
    const both = await Promise.all([1, 2].map(() => answer(openCompetition(ctx, { ...now, exclusions: left }))))
    expect(both.filter((word) => word === 'done')).toHaveLength(1)
    expect(await db.event.count({ where: { name: 'CompetitionOpened' } })).toBe(1)
    expect((await getProject(of.manager, projectId))!.exclusions).toEqual(left)
  })

  it('FRM-2: foundation capabilities do not compete in the catalogue', async () => {
    const modules = [
      await module.conformant({ capabilities: ['C13'] }),
      await module.conformant({ capabilities: ['C1'] }),
    ]
    const projectId = await frozenProject(of, modules, { route: 'competition', startsOn: '2026-06-01' })
    await value(editCriteria(contextOf(of.manager), { projectId, version: 3, ...criteria.priceAlone }))
    const entrants = (await getProject(of.manager, projectId))!.entries.map(({ id }) => id)
    const input = { projectId, version: 4, deadline: '2026-03-23', entrants, exclusions: {} }
    expect(await because(openCompetition(contextOf(of.manager), input))).toContain(
      'not for foundation capabilities (C13)',
    )
  })

  it('COM-3: what counts is locked, by the command and by the database', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 110_000))
    const input = { projectId: held.projectId, version: 5, ...criteria.priceAlone }
    expect(await answer(editCriteria(contextOf(of.manager), input))).toBe('wrong-state')
    await expect(database.asOwner('update "Competition" set "priceWeight" = 90')).rejects.toThrow(/locked/)
    const worth = `update "Competition" set quality = '{"floor": 3, "values": []}'`
    await expect(database.asOwner(worth)).rejects.toThrow(/locked/)
    await expect(database.asOwner(`update "Competition" set "deadlineAt" = now()`)).rejects.toThrow(/locked/)
  })
})

describe('offers', () => {
  it('COM-4: the signatory offers at most the list price, replaces and takes back until the deadline', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 110_000))
    const [signatory] = held.signatories
    const ctx = contextOf(signatory)
    const at = (pounds: string, number = 0) => made.offerInputOf(held, 0, pounds, number)
    const editor = await person.editor(held.modules[0]!.supplierId)
    expect(await answer(makeOffer(contextOf(editor), await at('0.9')))).toBe('forbidden')
    expect(await because(makeOffer(ctx, await at('1.00001')))).toBe('An offer is not above the list price')
    expect(await because(makeOffer(ctx, await at('free')))).toContain('at most 5 decimals')
    const short = { ...(await at('0.9')), validUntil: addDays(made.deadlineDay(of), 89) }
    expect(await because(makeOffer(ctx, short))).toMatch(/must hold until \d+ June 2026/)
    expect(await answer(makeOffer(ctx, await at('0.9')))).toBe('done')
    expect(await answer(makeOffer(ctx, await at('0.8')))).toBe('stale')
    expect(await answer(makeOffer(ctx, await at('0.8', 1)))).toBe('done')
    expect(await answer(withdrawOffer(ctx, await at('', 2)))).toBe('done')
    expect(await because(withdrawOffer(ctx, await at('', 3)))).toBe('There is no offer to take back')
    const late = contextOf(signatory, made.afterDeadline(of))
    expect(await because(makeOffer(late, await at('0.7', 3)))).toBe('The time for offers is over')
  })

  it('A7, I7: nobody sees an offer of another, and the buyer none before the scoring is closed', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 110_000))
    await made.offered(held, 0, '0.54321')
    const seen = async (actor = of.manager, at = noon) =>
      JSON.stringify(await getCompetitionView(contextOf(actor, at), held.id), (_, v) =>
        typeof v === 'bigint' ? String(v) : v,
      )
    expect(await seen(held.signatories[0])).toContain('54321')
    const other = await seen(held.signatories[1])
    for (const secret of ['54321', 'Rival A', held.modules[0]!.supplierId]) expect(other).not.toContain(secret)
    expect(await seen()).not.toContain('54321')
    const partner = await made.evaluator(held, await person.partner(of.practice.id))
    await made.closedOffers(held)
    for (const actor of [of.manager, partner]) expect(await seen(actor, made.afterDeadline(of))).not.toContain('54321')
    const strangers = [
      await person.practiceManager((await organisation.practice()).id),
      await person.signatory((await organisation.supplier()).id),
      of.approver,
    ]
    for (const stranger of strangers) {
      expect(await getCompetitionView(contextOf(stranger), held.id)).toBeUndefined()
      expect(await answer(makeOffer(contextOf(stranger), await made.offerInputOf(held, 0, '0.9')))).toBe('not-found')
    }
    const rival = makeOffer(contextOf(held.signatories[1]), await made.offerInputOf(held, 0, '0.1'))
    expect(await answer(rival)).toBe('not-found')
    expect(await getAward(contextOf(), held.id)).toBeUndefined()
    const told = await db.event.findMany({ where: { organisationId: of.practice.id }, select: { name: true } })
    expect(told.map(({ name }) => name)).not.toContain('OfferSubmitted')
  })

  it('an offer at the deadline and the clock: never an offer after the close, in twenty tries', async () => {
    const held = await openedCompetition(of, await competitors(100_000, 110_000))
    const justBefore = new Date(made.afterDeadline(of).getTime() - 1)
    const close = closeDueOffers(contextOf(system, made.afterDeadline(of)))
    const offers = Array.from({ length: 20 }, async () =>
      answer(makeOffer(contextOf(held.signatories[0], justBefore), await made.offerInputOf(held, 0, '0.9'))),
    )
    const [closed, ...answers] = await Promise.all([close, ...offers])
    expect(closed).toBe(1)
    const done = answers.filter((word) => word === 'done').length
    expect(done).toBeLessThanOrEqual(1)
    const names = (
      await db.event.findMany({
        where: { name: { in: ['OfferSubmitted', 'OffersClosed'] } },
        orderBy: { id: 'asc' },
        select: { name: true },
      })
    ).map(({ name }) => name)
    expect(names).toEqual([...Array(done).fill('OfferSubmitted'), 'OffersClosed'])
    expect(await closeDueOffers(contextOf(system, made.afterDeadline(of)))).toBe(0)
  })
})
