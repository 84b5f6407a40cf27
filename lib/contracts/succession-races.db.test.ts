import { beforeEach, expect, it } from 'vitest'
import { recordSuccession } from '@/lib/identity/record-succession'
import { type Actor, system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { answer, value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers } from '@/prisma/factories/call-off'
import { type JointOrder, jointOrder, neighbour, signs } from '@/prisma/factories/joint-order'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { chargedDays } from './charged-days-rules'
import { confirmGoLive } from './confirm-go-live'
import { makeContractWhenSigned } from './make-contract-when-signed'
import { moveSucceededSites } from './move-succeeded-sites'
import { findSites } from './site-store'

useDatabase()
let of: Buyers
let order: JointOrder
let successor: Awaited<ReturnType<typeof neighbour>>
let curator: Actor
beforeEach(async () => {
  of = await buyers(noon)
  order = await jointOrder(of, 'module')
  successor = await neighbour(of, 'New Surgery')
  curator = await person.curator((await organisation.authority()).id)
  await value(signs(of, order.signatory, order.id))
})

const succeed = () => {
  const codes = { practice: order.other.practice.code!, successor: successor.practice.code! }
  return answer(recordSuccession(contextOf(curator), { ...codes, succeedsOn: '2026-03-01', source: 'The register' }))
}
const signLast = () => answer(signs(of, of.approver, order.id))
const soon = (work: () => Promise<string>, ms: number) =>
  new Promise<string>((done) => setTimeout(() => done(work()), ms))
const eventsInOrder = async () =>
  (
    await db.event.findMany({
      where: { name: { in: ['PracticeSucceeded', 'CallOffSigned'] } },
      select: { name: true },
      orderBy: { id: 'asc' },
    })
  ).map(({ name }) => name)

it('C5: a succession that stands is seen by the last signature', async () => {
  expect([await succeed(), await signLast()]).toEqual(['done', 'conflict'])
  expect(await eventsInOrder()).toEqual(['PracticeSucceeded'])
})

it.each([0, 2, 5, 10, 20, 40])(
  'C5: signed and succeeded at once, %d ms apart: never signed after the succession',
  async (ms) => {
    const [succeeded, signed] = await Promise.all([soon(succeed, ms), soon(signLast, 40 - ms)])
    expect(succeeded).toBe('done')
    expect(['done', 'conflict']).toContain(signed)
    expect(await eventsInOrder()).toEqual(
      signed === 'done' ? ['CallOffSigned', 'PracticeSucceeded'] : ['PracticeSucceeded'],
    )
  },
)

it('C4, C5: signed before the succession: the successor’s site is charged from its own evidence on, and not before', async () => {
  expect([await signLast(), await succeed()]).toEqual(['done', 'done'])
  const heard = { name: 'CallOffSigned', about: { type: 'CallOff', id: order.id }, from: null, to: null, data: {} }
  await makeContractWhenSigned(contextOf(system), { ...heard, id: 0n, organisationId: null, at: noon })
  await moveSucceededSites(contextOf(system))
  const { id, startsOn } = await db.contract.findUniqueOrThrow({ where: { callOffId: order.id } })
  const at = async (practiceId: string) => (await findSites(db, [id])).find((site) => site.practiceId === practiceId)!
  const days = async (practiceId: string) =>
    chargedDays(
      await at(practiceId),
      { startsOn: '2026-04-01', runsUntil: '2029-03-31' },
      { from: '2026-04-01', to: '2026-04-30' },
    )
  expect(startsOn.toISOString()).toContain('2026-04-01')
  expect(await at(order.other.practice.id)).toMatchObject({ state: 'ceased', liveOn: null })
  expect(await at(successor.practice.id)).toMatchObject({ state: 'planned', liveOn: null })
  expect(await days(successor.practice.id)).toBe(0)
  const later = new Date('2026-04-20T10:00:00Z')
  for (const actor of [successor.manager, order.signatory]) {
    const { id: siteId, version } = await at(successor.practice.id)
    await value(confirmGoLive(contextOf(actor, later), { siteId, version, day: '2026-04-11' }))
  }
  expect([await days(order.other.practice.id), await days(successor.practice.id)]).toEqual([0, 20])
})
