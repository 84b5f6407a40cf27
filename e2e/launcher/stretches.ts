import { declineFunding } from '@/lib/funding/decline-funding'
import { acceptInvitation } from '@/lib/identity/accept-invitation'
import { invitePerson } from '@/lib/identity/invite-person'
import { invitationInput } from '@/lib/identity/person-schema'
import { answerBacs } from '@/lib/payments/bacs/answer-bacs'
import { recordBacs } from '@/lib/payments/bacs/record-bacs'
import { now } from '@/lib/platform/clock'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { findCallOff } from '@/lib/procurement/call-offs/call-off-store'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { invoice } from '@/prisma/factories/billing'
import { buyers, callOffIn, decided, frozenProject } from '@/prisma/factories/call-off'
import { orderWonAt } from '@/prisma/factories/competition'
import { contract, parties } from '@/prisma/factories/contract'
import { aContract, funded, proposed, signed } from '@/prisma/factories/contract-change'
import { declaration } from '@/prisma/factories/declaration'
import { module } from '@/prisma/factories/module'
import { organisation } from '@/prisma/factories/organisation'
import { person } from '@/prisma/factories/person'
import { SwitchStory } from '@/prisma/factories/switch'
import { anOpenNonConformity } from '../assurance/situations'
import { openPath } from '../funding/situations'
import { aStatement } from '../payments/situations'
import { aListing } from '../supplier/situations'

/** Chains of commands, each of one room and what it stands on; every one begins with new parties. */
export const stretches: Record<string, () => Promise<unknown>> = {
  listing: () => aListing('submitted'),
  decided: async () => {
    const of = await buyers(now())
    const chosen = await openPath()
    return decided(of, await frozenProject(of, [chosen]), chosen.moduleId)
  },
  ordered: async () => callOffIn('signing', await buyers(now()), await openPath()),
  declined: async () => {
    const of = await buyers(now())
    const { fundingRequestId } = (await findCallOff(db, await callOffIn('awaiting-funding', of, await openPath())))!
    const answer = { id: fundingRequestId!, version: 1, code: 'no-budget' as const, reason: '' }
    return value(declineFunding(contextOf(of.approver, now()), answer))
  },
  changed: async () => {
    const { of, id } = await aContract()
    const change = await proposed(of, id, { yearly: 10_500_000n, total: 21_000_000n })
    await funded(of, change)
    return signed(of, change)
  },
  switched: async () => {
    const of = await parties()
    const [leaving, gaining] = [await contract.present(of), await contract.made(of, { id: newId() })]
    const story = await SwitchStory.open(of, leaving.id, gaining.id)
    await story.people()
    return story.ordered()
  },
  notKept: async () => anOpenNonConformity((await module.unlisted()).moduleVersionId),
  declared: async () => declaration.passed((await aListing('draft')).supplierId, now()),
  competed: () => orderWonAt('8.00', new Date(now().getTime() - 40 * 86_400_000)),
  invited: async () => {
    const curator = await person.curator((await organisation.authority()).id)
    const form = { email: `${newId()}@test.example`, name: 'New', practiceCode: '', role: 'finance-officer', limit: '' }
    const input = invitationInput.parse({ ...form, organisationId: (await organisation.commissioner()).id })
    await value(invitePerson(contextOf(curator, now()), input, 'https://portal.example'))
    const { body } = await db.mailMessage.findFirstOrThrow({ where: { recipient: form.email }, select: { body: true } })
    const token = /token=([\w-]{43})/.exec(body)![1]!
    return value(acceptInvitation(contextOf(undefined, now()), { token, password: 'three odd words' }))
  },
  paid,
}

/** A month of use, from the clock's statement to the bank transfer that the supplier has seen. */
async function paid(): Promise<unknown> {
  const { of, id } = await aStatement()
  const at = now()
  await invoice.matched(of.editor, id, at)
  await invoice.approved(of.delivery, id, at)
  await invoice.released(of.finance, id, at)
  const { grossPence } = await db.invoice.findUniqueOrThrow({ where: { id }, select: { grossPence: true } })
  const transfer = { id, reference: `Transfer ${id.slice(0, 8)}`, on: dayOf(at), amount: grossPence }
  await value(recordBacs(contextOf(of.finance, at), transfer))
  const sent = await db.bacsPayment.findFirstOrThrow({ where: { invoiceId: id }, select: { id: true, version: true } })
  return value(answerBacs(contextOf(of.signatory, at), { ...sent, answer: 'came' }))
}
