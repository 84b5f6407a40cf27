import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { FundingCommand, FundingRequest, NoteKind } from './funding-request'
import { fundingMachine } from './funding-request-machine'
import { maySeeFunding } from './funding-request-policy'
import { type FundingChange, findFundingRequest, insertNote, moveFundingRequest } from './funding-store'

type Act = {
  id: string
  version: number
  command: FundingCommand
  /** The request, where this transaction has read it already. */
  seen?: FundingRequest
  /** Who may: the same policy that the page asked. */
  may: (request: FundingRequest) => Decision
  change: FundingChange | ((request: FundingRequest) => FundingChange)
  /** Another room's command has asked its own policy already; the actor need not see the request. */
  trusted?: true
  /** Words that stay with the request and out of its event. */
  note?: { kind: NoteKind; text: string }
  /** The rows of settings by which it was decided (K1). */
  settings?: string[]
  /** What happens to the money, after the guarded move; a refusal undoes it all. */
  money?: (tx: Tx, request: FundingRequest) => Promise<Result<unknown> | undefined>
}

/** The ladder that every decision on a request climbs: not found, forbidden, wrong state, stale, done with its event. */
export async function moveFunding(tx: Tx, ctx: Context, act: Act): Promise<Result<FundingRequest>> {
  const request = act.seen ?? (await findFundingRequest(tx, act.id))
  if (!request || !(act.trusted || maySeeFunding(ctx.actor, request))) return refuse({ kind: 'not-found' })
  const decision = act.may(request)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const move = next(fundingMachine, request.state, act.command)
  if (!move) return refuse({ kind: 'wrong-state', state: request.state, command: act.command })
  const change = typeof act.change === 'function' ? act.change(request) : act.change
  if (!(await moveFundingRequest(tx, request.id, act.version, { ...change, state: move.to })))
    return refuse({ kind: 'stale' })
  if (act.note)
    await insertNote(tx, {
      id: newId(),
      ...act.note,
      fundingRequestId: request.id,
      byId: ctx.actor.userId,
      at: ctx.now,
    })
  const paid = await act.money?.(tx, request)
  if (paid && !paid.ok) return paid
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'FundingRequest', id: request.id },
    from: request.state,
    to: move.to,
    organisationId: request.payerId,
    data: {
      reference: request.reference,
      pence: request.wholeLifePence,
      slices: request.slices.map(({ budgetLineId, pence }) => ({ budgetLineId, pence })),
      code: change.declineCode ?? null,
      ...(act.settings ? { settings: act.settings } : {}),
    },
  })
  return ok((await findFundingRequest(tx, request.id))!)
}
