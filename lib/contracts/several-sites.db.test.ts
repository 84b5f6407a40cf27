import { beforeEach, describe, expect, it } from 'vitest'
import { recordSuccession } from '@/lib/identity/record-succession'
import { listPracticeContracts } from '@/lib/insight/list-practice-contracts'
import { type Actor, system } from '@/lib/platform/actor'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { answer, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, type Parties, parties, signedCallOff } from '@/prisma/factories/contract'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { chargedDays } from './charged-days-rules'
import { confirmGoLive } from './confirm-go-live'
import { getContract } from './get-contract'
import { makeContract } from './make-contract'
import { moveSucceededSites } from './move-succeeded-sites'
import { findSites } from './site-store'

useDatabase()
let of: Parties
let second: { id: string; code: string | null }
let secondManager: Actor
let curator: Actor
beforeEach(async () => {
  of = await parties()
  second = await organisation.practice({ partOfCode: of.payer.code, name: 'Second' })
  secondManager = await person.practiceManager(second.id)
  curator = await person.curator((await organisation.authority()).id)
})

const today = dayOf(noon)
const made = () => contract.made(of, { practiceIds: [of.practice.id, second.id] })
const siteOf = async (contractId: string, practiceId: string) =>
  (await findSites(db, [contractId])).find((site) => site.practiceId === practiceId)!

async function confirm(actor: Actor, contractId: string, practiceId: string, day: string) {
  const { id, version } = await siteOf(contractId, practiceId)
  return confirmGoLive(contextOf(actor), { siteId: id, version, day })
}

describe('a contract of two practices', () => {
  it('has a site for each; each confirms its own and sees the contract, a stranger does not', async () => {
    const { id } = await made()
    expect(await getContract(secondManager, id, today)).toMatchObject({ sites: { length: 2 } })
    expect(await getContract(of.stranger, id, today)).toBeUndefined()
    expect(await answer(confirm(of.manager, id, second.id, today)), 'the one that ordered').toBe('forbidden')
    expect(await answer(confirm(of.stranger, id, second.id, today))).toBe('not-found')
    expect(await answer(confirm(secondManager, id, second.id, today))).toBe('done')
    expect(await answer(confirm(of.gainingSignatory, id, second.id, today))).toBe('done')
    expect(await siteOf(id, second.id)).toMatchObject({ state: 'live', liveOn: today })
    expect(await siteOf(id, of.practice.id)).toMatchObject({ state: 'planned' })
    expect(await listPracticeContracts(secondManager, second.id, today)).toHaveLength(1)
  })

  it('N9, N10: a day to come is refused, and two days are a dispute', async () => {
    const { id } = await made()
    expect(await answer(confirm(secondManager, id, second.id, '2026-12-01'))).toBe('invalid')
    await value(confirm(secondManager, id, second.id, today))
    expect(await confirm(of.gainingSignatory, id, second.id, '2026-03-01')).toMatchObject({
      value: { state: 'disputed' },
    })
  })

  it('C1: the second practice cannot hold the module twice in these days either', async () => {
    await made()
    const again = signedCallOff(of, { number: 'C000002-01', practiceId: second.id, practiceIds: [second.id] })
    expect(await answer(makeContract(contextOf(), again))).toBe('conflict')
    expect(await db.contract.count()).toBe(1)
    const after = { startsOn: '2029-03-01', endsOn: '2030-02-28' }
    expect(await answer(makeContract(contextOf(), { ...again, ...after }))).toBe('done')
  })
})

describe('C5: a practice that is succeeded', () => {
  const enter = (successor: string | null, succeedsOn: string, actor = curator) =>
    recordSuccession(contextOf(actor), {
      practice: second.code!,
      successor: successor!,
      succeedsOn,
      source: 'ODS, March',
    })
  const move = (at = noon) => moveSucceededSites(contextOf(system, at))

  it('is entered by a curator, once, and never in a circle', async () => {
    const third = await organisation.practice({ partOfCode: of.payer.code })
    expect(await answer(enter(third.code, today, of.manager))).toBe('forbidden')
    expect(await answer(enter(second.code, today))).toBe('invalid')
    expect(await answer(enter('NOBODY', today))).toBe('invalid')
    expect(await answer(enter(third.code, today))).toBe('done')
    expect(await answer(enter(of.practice.code, today))).toBe('conflict')
    const back = { practice: third.code!, successor: second.code!, succeedsOn: today, source: 'ODS, March' }
    expect(await answer(recordSuccession(contextOf(curator), back))).toBe('invalid')
  })

  it('its site goes on with the successor from the day: no double charge and no gap; twice does nothing', async () => {
    const { id } = await made()
    const third = await organisation.practice({ partOfCode: of.payer.code, name: 'Third' })
    for (const actor of [secondManager, of.gainingSignatory]) await value(confirm(actor, id, second.id, '2026-03-02'))
    const next = new Date(noon.getTime() + 10 * 86_400_000)
    await value(enter(third.code, dayOf(next)))
    await move()
    expect(await siteOf(id, second.id), 'not before its day').toMatchObject({ state: 'live' })
    for (let i = 0; i < 2; i++) await move(next)
    const [before, after] = [await siteOf(id, second.id), await siteOf(id, third.id)]
    expect(before).toMatchObject({ state: 'ceased', ceasedOn: dayOf(next) })
    expect(after).toMatchObject({ state: 'live', liveOn: dayOf(next), succeedsId: before.id })
    expect(await findSites(db, [id])).toHaveLength(3)
    expect(await db.event.count({ where: { name: 'SiteSucceeded' } })).toBe(1)
    const span = { from: '2026-03-01', to: '2026-03-31' }
    const term = { startsOn: '2026-03-01', runsUntil: '2029-02-28' }
    expect(chargedDays(before, term, span) + chargedDays(after, term, span)).toBe(30)
  })

  it('in a merger with a practice that has the module already, that one’s site goes on alone', async () => {
    const { id } = await made()
    await value(enter(of.practice.code, today))
    await move()
    expect(await siteOf(id, second.id)).toMatchObject({ state: 'ceased' })
    expect(await findSites(db, [id])).toHaveLength(2)
  })
})
