import { submitFundingRequest } from '@/lib/funding/submit-funding-request'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { transaction } from '@/lib/platform/transaction'
import { contextOf } from '@/lib/testing/context'

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
