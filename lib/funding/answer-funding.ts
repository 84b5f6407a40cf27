import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { addWorkingDays } from '@/lib/platform/working-days'
import { readSettings } from '@/lib/settings/read-settings'
import { moveFunding } from './decide-funding'
import { type FundingRequest, isWaiting } from './funding-request'
import { mayAnswerFunding, mayAppealFunding, mayReviewFunding, maySeeFunding } from './funding-request-policy'
import type { NotedInput, ReviewFundingInput } from './funding-request-schema'
import { type FundingChange, findFundingRequest, findPayer, insertNote, moveFundingRequest } from './funding-store'
import { reserveSlices } from './reserve-slices'

/** Answers the payer's question: the clock goes on with the working days that were left. */
export function answerFunding(ctx: Context, { text, ...input }: NotedInput): Promise<Result<FundingRequest>> {
  return transaction(async (tx) => {
    const settings = await readSettings(tx, ctx, await findPayer(tx, input.id), ['bank-holidays'])
    if (!settings.ok) return settings
    return moveFunding(tx, ctx, {
      ...input,
      command: 'submit',
      may: (request) => mayAnswerFunding(ctx.actor, request),
      change: ({ daysLeft }) => ({
        daysLeft: null,
        dueOn: dueAfter(dayOf(ctx.now), daysLeft ?? 0, settings.value.list('bank-holidays')),
      }),
      note: { kind: 'answer', text },
      settings: settings.value.ids,
    })
  })
}

/** A clock that was past its day when it stood is past it again. */
const dueAfter = (today: Day, left: number, holidays: Day[]): Day =>
  left >= 0 ? addWorkingDays(today, left, holidays) : addDays(today, left)

/** Appeals once against a refusal: the money is reserved again, and another approver decides. */
export function appealFunding(ctx: Context, { text, ...input }: NotedInput): Promise<Result<FundingRequest>> {
  return transaction(async (tx) => {
    const settings = await readSettings(tx, ctx, await findPayer(tx, input.id), ['appeal-days', 'bank-holidays'])
    if (!settings.ok) return settings
    const { count, list, ids } = settings.value
    return moveFunding(tx, ctx, {
      ...input,
      command: 'appeal',
      may: (request) => mayAppealFunding(ctx.actor, request),
      change: ({ decidedById }) => ({
        appealedAt: ctx.now,
        firstDecidedById: decidedById,
        decidedById: null,
        decidedAt: null,
        declineCode: null,
        decisionReason: null,
        dueOn: addWorkingDays(dayOf(ctx.now), count('appeal-days'), list('bank-holidays')),
      }),
      note: { kind: 'appeal', text },
      settings: ids,
      money: (db, request) =>
        reserveSlices(
          db,
          ctx,
          request,
          request.slices[0]!.stream,
          request.slices.map(({ year, pence }) => ({ year, pence })),
        ),
    })
  })
}

/** Says why a request cannot wait (break-glass): it needs no recommendation, still budget and approval, and a review afterwards. */
export function markFundingUrgent(ctx: Context, { text, ...input }: NotedInput): Promise<Result<FundingRequest>> {
  return transaction((tx) =>
    note(tx, ctx, input, {
      name: 'FundingMarkedUrgent',
      kind: 'urgent',
      text,
      may: (request) => mayAnswerFunding(ctx.actor, request),
      isDue: (request) => isWaiting(request) && request.urgentReason === null,
      change: { urgentReason: text },
    }),
  )
}

/** Records what the review of an urgent approval found. */
export function reviewFunding(
  ctx: Context,
  { text, outcome, ...input }: ReviewFundingInput,
): Promise<Result<FundingRequest>> {
  return transaction((tx) =>
    note(tx, ctx, input, {
      name: 'FundingReviewed',
      kind: 'review',
      text,
      may: (request) => mayReviewFunding(ctx.actor, request),
      isDue: ({ reviewDueOn, reviewedAt }) => reviewDueOn !== null && reviewedAt === null,
      change: { reviewOutcome: outcome, reviewedById: ctx.actor.userId, reviewedAt: ctx.now },
    }),
  )
}

type Noted = {
  name: string
  kind: 'urgent' | 'review'
  text: string
  may: (request: FundingRequest) => Decision
  isDue: (request: FundingRequest) => boolean
  change: FundingChange
}

/** What is said of a request without moving it: the same ladder. */
async function note(
  tx: Tx,
  ctx: Context,
  { id, version }: { id: string; version: number },
  { name, kind, text, may, isDue, change }: Noted,
): Promise<Result<FundingRequest>> {
  const request = await findFundingRequest(tx, id)
  if (!request || !maySeeFunding(ctx.actor, request)) return refuse({ kind: 'not-found' })
  const decision = may(request)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  if (!isDue(request)) return refuse({ kind: 'wrong-state', state: request.state, command: kind })
  if (!(await moveFundingRequest(tx, id, version, change))) return refuse({ kind: 'stale' })
  await insertNote(tx, { id: newId(), kind, text, fundingRequestId: id, byId: ctx.actor.userId, at: ctx.now })
  await record(tx, ctx, {
    name,
    about: { type: 'FundingRequest', id },
    organisationId: request.payerId,
    data: { outcome: change.reviewOutcome ?? null },
  })
  return ok((await findFundingRequest(tx, id))!)
}
