import { beforeEach, expect, it } from 'vitest'
import { confirmGoLive } from '@/lib/contracts/confirm-go-live'
import { getJointWork } from '@/lib/contracts/get-joint-work'
import { makeContractWhenSigned } from '@/lib/contracts/make-contract-when-signed'
import { moveSucceededSites } from '@/lib/contracts/move-succeeded-sites'
import { recordSuccession } from '@/lib/identity/record-succession'
import { type Actor, system } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { type Buyers, buyers, reviewed, saved } from '@/prisma/factories/call-off'
import { contract, signedCallOff } from '@/prisma/factories/contract'
import { asFarAs, consents, type JointOrder, jointOrder, neighbour, signs } from '@/prisma/factories/joint-order'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { readCharges } from './read-charges'

useDatabase()
let of: Buyers
beforeEach(async () => {
  of = await buyers(noon)
})

/** The day of the merger, and an instant of that day. */
const [startsOn, day] = ['2026-04-01', '2026-04-15'] as const
const onTheDay = new Date(`${day}T10:00:00Z`)

async function signed(order: JointOrder): Promise<string> {
  await value(signs(of, order.signatory, order.id))
  await value(signs(of, of.approver, order.id))
  const heard = { name: 'CallOffSigned', about: { type: 'CallOff', id: order.id }, from: null, to: null, data: {} }
  await makeContractWhenSigned(contextOf(system), { ...heard, id: 0n, organisationId: null, at: noon })
  return (await db.contract.findUniqueOrThrow({ where: { callOffId: order.id } })).id
}

async function confirmed(actor: Actor, contractId: string, practiceId: string, on: Day) {
  const site = await db.contractSite.findFirstOrThrow({ where: { contractId, practiceId } })
  return confirmGoLive(contextOf(actor, onTheDay), { siteId: site.id, version: site.version, day: on })
}

async function mergedOn(order: JointOrder, succeedsOn: Day) {
  const curator = await person.curator((await organisation.authority()).id)
  const codes = { practice: order.other.practice.code!, successor: of.practice.code! }
  await value(recordSuccession(contextOf(curator), { ...codes, succeedsOn, source: 'The national register' }))
  await moveSucceededSites(contextOf(system, onTheDay))
}

const net = async (contractId: string, month: Day) => {
  const charges = await value(readCharges(db, contractId, month))
  return charges.lines.map(({ practiceId, netPence }) => [practiceId, netPence])
}

it('T1, T5, T7, C1: a merger is ordered and signed beside the contracts for the module, and says what it is', async () => {
  const order = await jointOrder(of)
  for (const practiceId of [of.practice.id, order.other.practice.id])
    await contract.made(
      { practice: { id: practiceId }, payer: of.commissioner, gaining: { id: order.made.supplierId } } as never,
      {
        ...signedCallOff({
          practice: { id: practiceId },
          payer: of.commissioner,
          gaining: { id: order.made.supplierId },
        } as never),
        ...{
          moduleId: order.made.moduleId,
          number: `C0-${practiceId.slice(-4)}`,
          startsOn: '2026-01-01',
          endsOn: '2028-12-31',
        },
      },
    )
  const id = await signed(order)
  const made = await db.contract.findUniqueOrThrow({ where: { id }, include: { sites: true } })
  expect(made).toMatchObject({ kind: 'merger', moduleId: null, practiceId: of.practice.id, totalPence: 600_000n })
  expect(made.moduleName).toMatch(/^Merger of two practices for Module /)
  expect(made.sites.map(({ practiceId }) => practiceId)).toEqual([of.practice.id])
  await mergedOn(order, day)
  const work = await getJointWork({ ...made, kind: 'merger' })
  expect(work!.practices).toMatchObject([
    { practiceId: of.practice.id, role: 'goes on', succeededOn: undefined },
    { practiceId: order.other.practice.id, role: 'is merged into it', succeededOn: day },
  ])
})

it('C4, C5: each practice is charged once, on the word of both, though one of them is succeeded on that day', async () => {
  const order = await jointOrder(of)
  const id = await signed(order)
  await mergedOn(order, day)
  expect(
    (await net(id, startsOn)).every(([, pence]) => pence === 0n),
    'before the work is confirmed',
  ).toBe(true)
  await value(confirmed(of.manager, id, of.practice.id, day))
  await value(confirmed(order.signatory, id, of.practice.id, day))
  const both = [of.practice.id, order.other.practice.id].map((practiceId) => [practiceId, 300_000n]).sort()
  expect((await net(id, startsOn)).sort()).toEqual(both)
  expect(
    (await net(id, '2026-05-01')).every(([, pence]) => pence === 0n),
    'never again',
  ).toBe(true)
})

it('C5: on the day of the merger the module’s site of the other practice ceases, without a gap or a double charge', async () => {
  const order = await jointOrder(of, 'module')
  const id = await signed(order)
  for (const [actor, practiceId] of [
    [of.manager, of.practice.id],
    [order.other.manager, order.other.practice.id],
  ] as const) {
    await value(confirmed(actor, id, practiceId, startsOn))
    await value(confirmed(order.signatory, id, practiceId, startsOn))
  }
  const before = await value(readCharges(db, id, startsOn))
  await mergedOn(order, day)
  const after = await value(readCharges(db, id, startsOn))
  const days = (charges: typeof before, practiceId: string) =>
    charges.lines.filter((line) => line.practiceId === practiceId).map(({ quantity }) => quantity)
  expect([days(before, of.practice.id), days(after, of.practice.id)]).toEqual([[30n], [30n]])
  expect([days(before, order.other.practice.id), days(after, order.other.practice.id)]).toEqual([[30n], [14n]])
})

it('T5, T6: a merger with one practice that consents is not funded; with a third it is', async () => {
  const order = await jointOrder(of, 'merger', 'complete')
  const third = await neighbour(of, 'Third Surgery')
  const named = (...codes: (string | null)[]) => ({ practices: codes.join('\n'), continues: of.practice.code! })
  await value(saved(of, order.id, 'practices', named(of.practice.code, order.other.practice.code, third.practice.code)))
  await reviewed(of, order.id)
  await expect(asFarAs(of, order.id, 'funded')).rejects.toThrow('A merger needs two practices or more')
  await value(consents(of, third.manager, order.id, third.practice.id))
  await reviewed(of, order.id)
  await asFarAs(of, order.id, 'funded')
  expect(await db.callOff.findUnique({ where: { id: order.id } })).toMatchObject({
    state: 'funded',
    totalPence: 600_000n,
  })
})
