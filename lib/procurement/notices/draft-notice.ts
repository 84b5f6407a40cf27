import 'server-only'
import { routeWords } from '@/lib/catalogue/frameworks/route'
import { listNames } from '@/lib/identity/list-names'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { roundHalfUp } from '@/lib/platform/money'
import { record } from '@/lib/platform/record'
import { ok, type Result } from '@/lib/platform/refusal'
import type { CallOff } from '../call-offs/call-off'
import { wholeLifePence } from '../call-offs/call-off-rules'
import { findCallOff } from '../call-offs/call-off-store'
import { countedSites } from '../call-offs/order-rules'
import { findRouteOf } from '../projects/project-store'
import type { OrderNoticeKind } from './notice-obligation'
import { findNoticesOf, insertNotice } from './notice-obligation-store'
import { lastDayFor, type NoticeFigures, standingOf } from './notice-rules'
import { type NoticeFacts, noticeText } from './notice-text'
import { readIndicatorsAsked } from './read-indicators-asked'
import { readNoticeFigures } from './read-notice-figures'
import { supersedeDrafts } from './settle-notice'

type Draft = { kind: OrderNoticeKind; dueOn: Day; own?: Pick<NoticeFacts, 'on' | 'ending'> }

/**
 * UK6 for an order that is sent for signature: it blocks the last signature until it is published (Procurement Act 2023, section
 * 50). Below the threshold nothing is due. Inside the caller's transaction; again, it changes nothing.
 */
export const draftAwardNotice = (tx: Tx, ctx: Context, callOff: CallOff, signBy: Day): Promise<Result<undefined>> =>
  whereDue(tx, ctx, callOff, (standing) => (standing === 'above' ? { kind: 'UK6', dueOn: signBy } : undefined))

/**
 * UK7 for an order that both sides have signed, above the threshold or notifiable below it (sections 53 and 87). Above the floor it
 * names the indicators by which the contract is measured (section 52), which the payer sets.
 */
export function draftDetailsNotice(tx: Tx, ctx: Context, callOff: CallOff): Promise<Result<undefined>> {
  const on = dayOf(ctx.now)
  return whereDue(tx, ctx, callOff, (standing, figures) =>
    standing === 'below' ? undefined : { kind: 'UK7', dueOn: lastDayFor('UK7', on, figures), own: { on } },
  )
}

/** UK11 for a contract above the threshold that has ended, whichever way (section 80). */
export async function draftEndNotice(
  tx: Tx,
  ctx: Context,
  { callOffId, on, ending }: { callOffId: string; on: Day; ending: string },
): Promise<Result<undefined>> {
  const callOff = await findCallOff(tx, callOffId)
  if (!callOff) return ok(undefined)
  return whereDue(tx, ctx, callOff, (standing, figures) =>
    standing === 'above' ? { kind: 'UK11', dueOn: lastDayFor('UK11', on, figures), own: { on, ending } } : undefined,
  )
}

async function whereDue(
  tx: Tx,
  ctx: Context,
  callOff: CallOff,
  draft: (standing: ReturnType<typeof standingOf>, figures: NoticeFigures) => Draft | undefined,
): Promise<Result<undefined>> {
  const read = await readNoticeFigures(tx, ctx, callOff.payerId)
  if (!read.ok) return read
  const due = draft(standingOf(wholeLifePence(callOff), read.value.figures), read.value.figures)
  if (!due) return ok(undefined)
  const before = await findNoticesOf(tx, callOff.id, due.kind)
  if (before.some(({ termsHash }) => termsHash === callOff.termsHash)) return ok(undefined)
  const { figures } = read.value
  const asked =
    due.kind === 'UK7' ? await readIndicatorsAsked(tx, ctx, callOff.payerId, wholeLifePence(callOff), figures) : ok(0)
  if (!asked.ok) return asked
  await supersedeDrafts(tx, ctx, before)
  return insert(tx, ctx, callOff, due, figures, asked.value)
}

async function insert(
  tx: Tx,
  ctx: Context,
  callOff: CallOff,
  { kind, dueOn, own }: Draft,
  figures: NoticeFigures,
  missing: number,
) {
  const id = newId()
  const text = noticeText(kind, { ...(await factsOf(tx, callOff, figures)), ...own, indicators: missing })
  const { id: callOffId, payerId, termsHash } = callOff
  const open = { periodEnd: null, reference: null, publishedOn: null, reason: null, completion: null }
  const notice = { id, kind, callOffId, payerId, termsHash, dueOn, text, state: 'drafted' as const, missing }
  if (!(await insertNotice(tx, { ...notice, ...open, draftedAt: ctx.now, version: 1 }))) return ok(undefined)
  await record(tx, ctx, {
    name: 'NoticeDrafted',
    about: { type: 'NoticeObligation', id },
    to: 'drafted',
    organisationId: payerId,
    data: { kind, callOffId, termsHash, dueOn },
  })
  return ok(undefined)
}

async function factsOf(tx: Tx, callOff: CallOff, { vatPercent }: NoticeFigures): Promise<NoticeFacts> {
  const practiceIds = countedSites(callOff).map(({ practiceId }) => practiceId)
  const name = await listNames(tx, [callOff.payerId, callOff.supplierId, ...practiceIds])
  const { route } = await findRouteOf(tx, callOff.projectId)
  const { number, moduleName, startsOn, endsOn, optionMonths } = callOff
  const totalPence = wholeLifePence(callOff)
  return {
    number,
    moduleName,
    startsOn,
    endsOn,
    optionMonths,
    totalPence,
    grossPence: totalPence + roundHalfUp(totalPence * vatPercent, 100n),
    payer: name(callOff.payerId),
    supplier: name(callOff.supplierId),
    practices: practiceIds.map(name),
    route: routeWords[route ?? 'direct-award'],
  }
}
