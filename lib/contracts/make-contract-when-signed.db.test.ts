import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { dateFromDay } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { parties, signedCallOff } from '@/prisma/factories/contract'
import { makeContractWhenSigned } from './make-contract-when-signed'

useDatabase()

it('a signed call-off becomes one contract, however often the event is heard; one that is not signed becomes none', async () => {
  const of = await parties()
  const ids = { moduleId: newId(), moduleVersionId: newId(), listingVersionId: newId() }
  const { startsOn, endsOn, signedAt, practiceIds, capPence: _, kind: __, ...terms } = signedCallOff(of, ids)
  const hash = 'f'.repeat(64)
  await db.callOff.create({
    data: {
      ...terms,
      ...ids,
      startsOn: dateFromDay(startsOn),
      endsOn: dateFromDay(endsOn),
      signedAt: null,
      state: 'signing',
      projectId: newId(),
      listingSha256: hash,
      capabilityIds: [],
      prices: [],
      termMonths: 36,
      oneOffPence: 0n,
      gate: 'open',
      gateLabel: 'open',
      gateSha256: hash,
      createdById: of.manager.userId,
      createdAt: noon,
      sites: {
        create: practiceIds.map((practiceId) => ({
          practiceId,
          listSize: 9871,
          deliverOn: dateFromDay(startsOn),
          state: 'consented',
        })),
      },
    },
  })
  const about = { type: 'CallOff', id: terms.id }
  const event = {
    id: 1n,
    name: 'CallOffSigned',
    about,
    from: 'signing',
    to: 'signed',
    organisationId: null,
    data: {},
    at: noon,
  }
  await makeContractWhenSigned(contextOf(system), event)
  expect(await db.contract.count()).toBe(0)
  await db.callOff.update({ where: { id: terms.id }, data: { state: 'signed', signedAt } })
  await makeContractWhenSigned(contextOf(system), event)
  await makeContractWhenSigned(contextOf(system), event)
  expect(
    await db.contract.findMany({ select: { callOffId: true, state: true, noticeDays: true, yearlyPence: true } }),
  ).toEqual([{ callOffId: terms.id, state: 'mobilising', noticeDays: 90, yearlyPence: 1_243_746n }])
  expect(await db.contractSite.findMany({ select: { practiceId: true } })).toEqual([{ practiceId: of.practice.id }])
  expect(await db.event.count({ where: { name: 'ContractMade' } })).toBe(1)
})
