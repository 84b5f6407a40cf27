import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { NoticeObligation } from './notice-obligation'
import { type NoticeCommand, noticeMachine } from './notice-obligation-machine'
import { mayKeepNotices } from './notice-obligation-policy'
import type { PublishNoticeInput, WaiveNoticeInput } from './notice-obligation-schema'
import { findNotice, moveNotice } from './notice-obligation-store'
import { completionOf } from './notice-rules'

type Change = Partial<Pick<NoticeObligation, 'reference' | 'publishedOn' | 'reason' | 'completion'>>
type Answer = Promise<Result<{ id: string }>>

/** The payer says where its notice can be read, and since when: today or earlier; and what it added where the draft lacked indicators. */
export function publishNotice(
  ctx: Context,
  { reference, publishedOn, completion, ...input }: PublishNoticeInput,
): Answer {
  if (publishedOn > dayOf(ctx.now))
    return Promise.resolve(invalidField('publishedOn', 'The day must be today or in the past'))
  return settle(ctx, input, 'publish', (notice) => {
    const completed = completionOf(notice, completion)
    return completed.ok ? ok({ reference, publishedOn, completion: completed.value }) : completed
  })
}

/** The payer says why the law does not ask for this notice. An award notice that is waived blocks no signature. */
export const waiveNotice = (ctx: Context, { reason, ...input }: WaiveNoticeInput): Answer =>
  settle(ctx, input, 'waive', () => ok({ reason }))

function settle(
  ctx: Context,
  input: { id: string; version: number },
  command: NoticeCommand,
  changeOf: (notice: NoticeObligation) => Result<Change>,
): Answer {
  return transaction(async (tx) => {
    const notice = await findNotice(tx, input.id)
    const decision = notice && mayKeepNotices(ctx.actor, notice)
    // Who has nothing to do with the payer learns nothing of its notices.
    if (!notice || !decision?.allowed) return refuse({ kind: 'not-found' })
    const change = changeOf(notice)
    return change.ok ? move(tx, ctx, notice, input.version, command, change.value) : change
  })
}

async function move(
  tx: Tx,
  ctx: Context,
  notice: NoticeObligation,
  version: number,
  command: NoticeCommand,
  change: Change,
): Answer {
  const edge = next(noticeMachine, notice.state, command)
  if (!edge) return refuse({ kind: 'wrong-state', state: notice.state, command })
  if (!(await moveNotice(tx, notice.id, version, { ...change, state: edge.to }))) return refuse({ kind: 'stale' })
  const { kind, callOffId } = notice
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'NoticeObligation', id: notice.id },
    from: notice.state,
    to: edge.to,
    organisationId: notice.payerId,
    data: { kind, callOffId, publishedOn: change.publishedOn ?? null },
  })
  return ok({ id: notice.id })
}

const superseded = 'The order was changed before this was published: another draft stands in its place'

/** Drafts of terms that do not stand any more need not be published; what was published stays. */
export async function supersedeDrafts(tx: Tx, ctx: Context, notices: NoticeObligation[]): Promise<void> {
  for (const notice of notices)
    if (notice.state === 'drafted') await move(tx, ctx, notice, notice.version, 'waive', { reason: superseded })
}
