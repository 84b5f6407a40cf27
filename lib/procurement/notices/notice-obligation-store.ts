import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { NoticeKind, NoticeObligation, NoticeState } from './notice-obligation'

const shape = {
  id: true,
  kind: true,
  callOffId: true,
  payerId: true,
  termsHash: true,
  periodEnd: true,
  dueOn: true,
  text: true,
  state: true,
  reference: true,
  publishedOn: true,
  reason: true,
  missing: true,
  completion: true,
  draftedAt: true,
  version: true,
} as const
type Row = Omit<NoticeObligation, 'dueOn' | 'publishedOn' | 'periodEnd' | 'kind' | 'state'> & {
  kind: string
  state: string
  dueOn: Date
  publishedOn: Date | null
  periodEnd: Date | null
}

const toObligation = ({ dueOn, publishedOn, periodEnd, kind, state, ...row }: Row): NoticeObligation => ({
  ...row,
  kind: kind as NoticeKind,
  state: state as NoticeState,
  dueOn: dayFromDate(dueOn),
  publishedOn: publishedOn && dayFromDate(publishedOn),
  periodEnd: periodEnd && dayFromDate(periodEnd),
})

/** Writes a drafted notice, once for each text of an order and kind, and for each period. @returns false: it was there already. */
export async function insertNotice(
  tx: Tx,
  { dueOn, periodEnd, publishedOn: _, ...notice }: NoticeObligation,
): Promise<boolean> {
  const { count } = await tx.noticeObligation.createMany({
    data: [{ ...notice, dueOn: dateFromDay(dueOn), periodEnd: periodEnd && dateFromDay(periodEnd) }],
    skipDuplicates: true,
  })
  return count === 1
}

export async function findNotice(tx: Tx, id: string): Promise<NoticeObligation | undefined> {
  const row = await tx.noticeObligation.findUnique({ where: { id }, select: shape })
  return row ? toObligation(row) : undefined
}

/** The notices of one kind for an order, whichever of its texts they speak of. */
export async function findNoticesOf(tx: Tx, callOffId: string, kind: NoticeKind): Promise<NoticeObligation[]> {
  const rows = await tx.noticeObligation.findMany({
    where: { callOffId, kind },
    select: shape,
    orderBy: { draftedAt: 'asc' },
  })
  return rows.map(toObligation)
}

/** Every notice that speaks of one of these orders, in the order in which they were drafted. */
export async function findNoticesOfOrders(tx: Tx, callOffIds: string[]): Promise<NoticeObligation[]> {
  const where = { callOffId: { in: callOffIds } }
  return (
    await tx.noticeObligation.findMany({ where, select: shape, orderBy: [{ draftedAt: 'asc' }, { id: 'asc' }] })
  ).map(toObligation)
}

/** The notices of these payers: what is still to be published first, the soonest due first. */
export async function findNotices(tx: Tx, payerIds: string[]): Promise<NoticeObligation[]> {
  const rows = await tx.noticeObligation.findMany({
    where: { payerId: { in: payerIds } },
    select: shape,
    orderBy: [{ state: 'asc' }, { dueOn: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(toObligation)
}

/** Guarded by the version that was seen. @returns false: stale. */
export async function moveNotice(
  tx: Tx,
  id: string,
  version: number,
  {
    publishedOn,
    ...change
  }: Partial<Pick<NoticeObligation, 'state' | 'reference' | 'publishedOn' | 'reason' | 'completion'>>,
): Promise<boolean> {
  const { count } = await tx.noticeObligation.updateMany({
    where: { id, version },
    data: {
      ...change,
      ...(publishedOn ? { publishedOn: dateFromDay(publishedOn) } : {}),
      version: version + 1,
    },
  })
  return count === 1
}
