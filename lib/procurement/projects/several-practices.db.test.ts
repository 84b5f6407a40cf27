import { beforeEach, describe, expect, it } from 'vitest'
import { type Actor, visitor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, because, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, completedForm, decided, frozenProject } from '@/prisma/factories/call-off'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { answerConsent } from '../call-offs/answer-consent'
import { findCallOff } from '../call-offs/call-off-store'
import { draftCallOff } from '../call-offs/draft-call-off'
import { getCallOff, listOrdersOfProject } from '../call-offs/get-call-off'
import { getOrderPrices } from '../call-offs/get-order-prices'
import { getOrderSteps } from '../call-offs/get-order-view'
import { getSignedCallOff } from '../call-offs/get-signed-call-off'
import { siteHash } from '../call-offs/order-rules'
import { requestFunding } from '../call-offs/request-funding'
import { freezeShortlist } from './freeze-shortlist'
import { getDecisionPack, getProject, listProjects } from './get-project'
import { startAgain } from './start-project'

const database = useDatabase()
let area: Buyers
let second: Awaited<ReturnType<typeof organisation.practice>>
let third: typeof second
let secondManager: Actor
let practiceManager: Actor
beforeEach(async () => {
  const of = await buyers(noon)
  const inArea = { partOfCode: of.commissioner.code }
  second = await organisation.practice({ ...inArea, patients: 6_000 })
  third = await organisation.practice({ ...inArea, patients: 10_279 })
  secondManager = await person.practiceManager(second.id)
  practiceManager = of.manager
  // The same acts as a practice's, by the commissioner's own person.
  area = { ...of, manager: await person.requester(of.commissioner.id) }
})
const codes = (...of: { code: string | null }[]) => of.map(({ code }) => code).join('\n')
const frozenFor = async (...of: { code: string | null }[]) =>
  frozenProject(area, [await module.conformant({ unitPrice: '20000' })], { practices: codes(...of) })
const reason = 'A reason that is long enough to be kept for good.'

describe('a project of a commissioner', () => {
  it('names open practices of its own area, and its lists count together in the prices', async () => {
    const elsewhere = await organisation.practice({ partOfCode: (await organisation.commissioner()).code })
    await expect(frozenFor(second, elsewhere)).rejects.toThrow('is not an open practice of your area')
    await expect(frozenProject(area, [await module.conformant()])).rejects.toThrow('Name the practices')
    const id = await frozenFor(area.practice, second, third)
    const project = (await getProject(area.manager, id))!
    expect(project).toMatchObject({ listSize: 26_150, state: 'frozen' })
    expect(project.practices.map(({ listSize }) => listSize).sort()).toEqual([10_279, 6_000, 9_871])
    expect(project.entries[0]!.yearlyPence).toBe(523_000n)
    await expect(db.projectPractice.deleteMany({ where: { projectId: id } })).rejects.toThrow(/frozen/)
    await expect(database.asOwner('update "ProjectPractice" set "listSize" = 1')).rejects.toThrow(/frozen/)
  })

  it('I7: each of its practices reads it and changes nothing; to everybody else it does not exist', async () => {
    const id = await frozenFor(area.practice, second)
    for (const actor of [practiceManager, secondManager]) {
      expect((await getProject(actor, id))!.id).toBe(id)
      expect((await listProjects(actor)).map((one) => one.id)).toContain(id)
      expect(await answer(freezeShortlist(contextOf(actor), { id, version: 3 }))).toBe('forbidden')
      expect(await answer(draftCallOff(contextOf(actor), { projectId: id }))).toBe('forbidden')
      expect(await answer(startAgain(contextOf(actor), { id }))).toBe('not-found')
    }
    const others = [
      visitor,
      await person.practiceManager(third.id),
      await person.requester((await organisation.commissioner()).id),
    ]
    for (const actor of others) {
      expect(await getProject(actor, id)).toBeUndefined()
      expect((await listProjects(actor)).map((one) => one.id)).not.toContain(id)
      expect(await answer(freezeShortlist(contextOf(actor), { id, version: 3 }))).toBe('not-found')
    }
  })

  it('D4: its pack says for whom it buys', async () => {
    const made = await module.conformant({ unitPrice: '20000' })
    const id = await frozenProject(area, [made], { practices: codes(area.practice, second) })
    expect(await answer(decided(area, id, made.moduleId))).toBe('done')
    const pack = JSON.parse((await getDecisionPack(secondManager, id))!)
    expect([pack.schema, pack.needs.listSize]).toEqual(['decision-pack/3', 15_871])
    expect(pack.needs.practices.map((one: { code: string }) => one.code)).toEqual(
      [area.practice.code, second.code].sort(),
    )
  })
})

describe('its order', () => {
  async function order() {
    const made = await module.conformant({ unitPrice: '20000' })
    const projectId = await frozenProject(area, [made], { practices: codes(area.practice, second) })
    expect(await answer(decided(area, projectId, made.moduleId))).toBe('done')
    const { id } = await value(draftCallOff(contextOf(area.manager), { projectId }))
    return { id, projectId }
  }
  const answers = async (actor: Actor, id: string, practiceId: string, said: 'consented' | 'declined') => {
    const callOff = (await findCallOff(db, id))!
    const consentHash = siteHash(callOff, callOff.sites.find((site) => site.practiceId === practiceId)!)
    return value(answerConsent(contextOf(actor), { id, practiceId, answer: said, consentHash }))
  }
  const consentStep = async (id: string) =>
    (await getOrderSteps(contextOf(area.manager), (await findCallOff(db, id))!))!.find(
      ({ slug }) => slug === 'consent',
    )!.step

  it('T6: without any consent it costs nothing and cannot be sent; each practice that consents is in it, no other', async () => {
    const { id, projectId } = await order()
    const before = (await findCallOff(db, id))!
    expect([before.totalPence, before.payerId, before.sites.map(({ state }) => state)]).toEqual([
      0n,
      area.commissioner.id,
      ['asked', 'asked'],
    ])
    const ask = async () =>
      requestFunding(contextOf(area.manager), { id, version: (await findCallOff(db, id))!.version, reason })
    expect(await because(ask())).toContain('Complete “')
    expect((await getCallOff(secondManager, id))!.id).toBe(id)
    await answers(practiceManager, id, area.practice.id, 'declined')
    await answers(secondManager, id, second.id, 'declined')
    expect(await consentStep(id)).toBe('in-progress')
    await answers(secondManager, id, second.id, 'consented')
    expect(await consentStep(id)).toBe('completed')
    await completedForm(area, id)
    expect((await findCallOff(db, id))!.totalPence).toBe(360_000n)
    expect(await answer(ask())).toBe('done')
    // A practice that is not in the order reads how far the project is, and no more of the order.
    const seen = async (actor: Actor) => (await listOrdersOfProject(actor, { id: projectId })).map((one) => one.isSeen)
    expect([await seen(secondManager), await seen(practiceManager)]).toEqual([[true], [false]])
  })

  it('its contract is for the practices that consented, and names one of them, not the commissioner', async () => {
    const { id } = await order()
    await answers(practiceManager, id, area.practice.id, 'consented')
    await answers(secondManager, id, second.id, 'consented')
    await db.callOff.update({ where: { id }, data: { state: 'signed', signedAt: noon } })
    const signed = (await getSignedCallOff(db, id))!
    expect([signed.practiceId, signed.payerId]).toEqual([area.practice.id, area.commissioner.id])
    expect(signed.practiceIds.toSorted()).toEqual([area.practice.id, second.id].sort())
    expect((await getOrderPrices(db, id))!.practiceId).toBe(area.practice.id)
  })
})
