import type { FundingRequest } from '@/lib/funding/funding-request'
import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { value } from '@/lib/testing/answers'
import { contextOf } from '@/lib/testing/context'
import { organisation } from './organisation'
import { person } from './person'

/** A budget line of a payer, and requests made through the command. */
export const budgetLine = (organisationId: string, allocatedPence: bigint, year = 2026, stream = 'GPIT') =>
  db.budgetLine.create({ data: { id: newId(), organisationId, stream, year, allocatedPence } })

export const fundingRequest = {
  submitted: async (asker: Actor, payerId: string, pence: bigint) => {
    const reference = { type: 'Test', id: newId() }
    const asked = {
      payerId,
      requesterOrgId: asker.organisationId!,
      reference,
      title: 'A thing',
      reason: 'Because the practice needs it',
      stream: 'GPIT',
      termsHash: 'h',
      sums: [{ year: 2026, pence }],
    }
    return transaction((tx) => submitFundingRequest(tx, contextOf(asker), asked))
  },
}

/** A payer with everybody who has a duty in its requests, and a practice's manager who asks. */
export async function payerWithPeople() {
  const payerId = (await organisation.commissioner()).id
  return {
    payerId,
    asker: await person.practiceManager((await organisation.practice()).id),
    approver: await person.approver(payerId, 100_000_000n),
    second: await person.approver(payerId, 100_000_000n),
    recommender: await person.with('funding-recommender', payerId),
    finance: await person.with('finance-officer', payerId),
  }
}
type Payer = Pick<Awaited<ReturnType<typeof payerWithPeople>>, 'payerId' | 'asker'>

/** A request for these sums, pence by financial year. */
export function requestFor({ payerId, asker }: Payer, sums = [{ year: 2026, pence: 300n }], more: object = {}) {
  const asked = {
    payerId,
    requesterOrgId: asker.organisationId!,
    reference: { type: 'Test', id: newId() },
    title: 'A thing',
    reason: 'Because',
    stream: 'GPIT',
    termsHash: 'h',
    sums,
    ...more,
  }
  return value<FundingRequest>(transaction((tx) => submitFundingRequest(tx, contextOf(asker), asked)))
}
