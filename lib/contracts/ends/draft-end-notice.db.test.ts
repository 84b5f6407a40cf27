import { expect, it } from 'vitest'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { issueCallOff } from '@/lib/procurement/call-offs/issue-call-off'
import { requestFunding } from '@/lib/procurement/call-offs/request-funding'
import { signCallOff } from '@/lib/procurement/call-offs/sign-call-off'
import { waiveNotice } from '@/lib/procurement/notices/settle-notice'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { useDatabase } from '@/lib/testing/database'
import { fundedBy } from '@/prisma/factories/call-off'
import { orderWonAt } from '@/prisma/factories/competition'
import { contract, parties } from '@/prisma/factories/contract'
import { heard } from '@/prisma/factories/contract-change'
import { makeContractWhenSigned } from '../make-contract-when-signed'
import { draftEndNoticeWhenEnded } from './draft-end-notice-when-ended'
import { moveDueContracts } from './move-due-contracts'

useDatabase()
const reason = 'A reason that is long enough to be kept for good.'
const seen = (id: string) => db.callOff.findUniqueOrThrow({ where: { id } })

/** Signed by both, its award notice settled, and its contract made. */
async function aContractAboveTheThreshold() {
  const { of, id, ctx, signatory } = await orderWonAt('4.00', noon)
  const asked = await value(requestFunding(ctx, { id, version: (await seen(id)).version, reason }))
  await fundedBy(of.approver, of.at, asked.fundingRequestId!)
  await value(issueCallOff(ctx, { id, version: (await seen(id)).version, standstill: false }))
  const { id: noticeId } = await db.noticeObligation.findFirstOrThrow({ where: { callOffId: id } })
  await value(waiveNotice(contextOf(of.approver, of.at), { id: noticeId, version: 1, reason }))
  for (const actor of [of.approver, signatory]) {
    const { version, termsHash } = await seen(id)
    await value(signCallOff(contextOf(actor, of.at), { id, version, termsHash }, of.at))
  }
  await makeContractWhenSigned(contextOf(system, of.at), heard('CallOffSigned', id))
  return db.contract.findUniqueOrThrow({ where: { callOffId: id } })
}

it('UK11: the end of a contract above the threshold drafts its notice, once; a recorded contract without an order owes none', async () => {
  const { id, callOffId, endsOn } = await aContractAboveTheThreshold()
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
