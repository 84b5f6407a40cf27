import 'server-only'
import { getOrganisation } from '@/lib/identity/get-organisation'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { addWorkingDays } from '@/lib/platform/working-days'
import { readSettings } from '@/lib/settings/read-settings'
import type { FundingRequest } from './funding-request'
import { findFundingRequest, insertFundingRequest } from './funding-store'
import { payerProblem, streamProblem } from './payer-rules'
import { reserveSlices } from './reserve-slices'

export type Asked = {
  payerId: string
  requesterOrgId: string
  reference: { type: string; id: string }
  title: string
  reason: string
  /** The money that pays where a sum names none. */
  stream: string
  termsHash: string
  sums: { year: number; pence: bigint; stream?: string }[]
  /** What options may add; limits count it. */
  optionsPence?: bigint
  /** Opaque strings; requests that share one are shown to whoever decides. */
  similarityKeys?: string[]
}

/**
 * Asks a payer for money, inside the caller's transaction, and reserves every slice on its budget line: all or none.
 * The caller has asked its own policy who may ask.
 */
export async function submitFundingRequest(tx: Tx, ctx: Context, asked: Asked): Promise<Result<FundingRequest>> {
  const payer = await getOrganisation(tx, asked.payerId)
  const problem = payer && (payerProblem(payer, asked.requesterOrgId) ?? streamProblem(payer.kind, asked.stream))
  if (problem) return refuse({ kind: 'conflict', because: problem })
  const settings = await readSettings(tx, ctx, asked.payerId, ['decision-days', 'bank-holidays'])
  if (!settings.ok) return settings
  const { sums, stream, ...rest } = asked
  const request: FundingRequest = {
    optionsPence: 0n,
    similarityKeys: [],
    ...rest,
    id: newId(),
    requestedById: ctx.actor.userId,
    wholeLifePence: sums.reduce((total, sum) => total + sum.pence, 0n),
    state: 'submitted',
    submittedAt: ctx.now,
    dueOn: addWorkingDays(dayOf(ctx.now), settings.value.count('decision-days'), settings.value.list('bank-holidays')),
    decidedById: null,
    decidedAt: null,
    declineCode: null,
    decisionReason: null,
    daysLeft: null,
    recommendedByIds: [],
    appealedAt: null,
    firstDecidedById: null,
    approvedUntil: null,
    usedAt: null,
    urgentReason: null,
    reviewDueOn: null,
    reviewedById: null,
    reviewedAt: null,
    reviewOutcome: null,
    version: 1,
    slices: [],
  }
  await insertFundingRequest(tx, request)
  const reserved = await reserveSlices(tx, ctx, request, stream, sums)
  if (!reserved.ok) return reserved
  await record(tx, ctx, {
    name: 'FundingRequested',
    about: { type: 'FundingRequest', id: request.id },
    to: 'submitted',
    data: {
      payerId: asked.payerId,
      reference: asked.reference,
      pence: request.wholeLifePence,
      settings: settings.value.ids,
    },
  })
  return ok((await findFundingRequest(tx, request.id))!)
}
