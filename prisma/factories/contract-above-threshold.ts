import { makeContractWhenSigned } from '@/lib/contracts/make-contract-when-signed'
import { system } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { issueCallOff } from '@/lib/procurement/call-offs/issue-call-off'
import { requestFunding } from '@/lib/procurement/call-offs/request-funding'
import { signCallOff } from '@/lib/procurement/call-offs/sign-call-off'
import { waiveNotice } from '@/lib/procurement/notices/settle-notice'
import { value } from '@/lib/testing/answers'
import { contextOf, noon } from '@/lib/testing/context'
import { fundedBy } from './call-off'
import { orderWonAt } from './competition'
import { heard } from './contract-change'

const reason = 'A reason that is long enough to be kept for good.'
const seen = (id: string) => db.callOff.findUniqueOrThrow({ where: { id } })

/** An order won in a competition, signed by both, its award notice settled, and its contract made. `id`: of the order. */
export async function aContractAboveTheThreshold() {
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
  return { of, id, contract: await db.contract.findUniqueOrThrow({ where: { callOffId: id } }) }
}
