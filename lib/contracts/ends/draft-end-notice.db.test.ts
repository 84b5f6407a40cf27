import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { contextOf } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { contract, parties } from '@/prisma/factories/contract'
import { aContractAboveTheThreshold } from '@/prisma/factories/contract-above-threshold'
import { heard } from '@/prisma/factories/contract-change'
import { draftEndNoticeWhenEnded } from './draft-end-notice-when-ended'
import { moveDueContracts } from './move-due-contracts'

useDatabase()

it('UK11: the end of a contract above the threshold drafts its notice, once; a recorded contract without an order owes none', async () => {
  const { id, callOffId, endsOn } = (await aContractAboveTheThreshold()).contract
  const night = new Date(endsOn.getTime() + 2 * 86_400_000)
  await moveDueContracts(contextOf(system, night))
  expect((await db.contract.findUniqueOrThrow({ where: { id } })).state).toBe('expired')
  for (let i = 0; i < 2; i++) await draftEndNoticeWhenEnded(contextOf(system, night), heard('ContractExpired', id))
  const due = await db.noticeObligation.findMany({ where: { callOffId: callOffId!, kind: 'UK11' } })
  expect(due).toHaveLength(1)
  expect(due[0]).toMatchObject({ state: 'drafted', dueOn: new Date(endsOn.getTime() + 30 * 86_400_000) })
  expect(due[0]!.text).toContain('Why it ended: Its term was over')
  const recorded = await contract.present(await parties())
  await draftEndNoticeWhenEnded(contextOf(system, night), heard('ContractExpired', recorded.id))
  expect(await db.noticeObligation.count({ where: { kind: 'UK11' } })).toBe(1)
})
