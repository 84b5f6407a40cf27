import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Notice, PartySide, Signed } from './notice'

const select = {
  id: true,
  terminatesOn: true,
  givenAt: true,
  reason: true,
  rescissions: { select: { side: true, personId: true, at: true } },
} as const

/** Every notice of a contract, the oldest first. The last one stands, unless both sides took it back. */
export async function findNotices(tx: Tx, contractId: string): Promise<Notice[]> {
  const rows = await tx.noticeGiven.findMany({ where: { contractId }, select, orderBy: { givenAt: 'asc' } })
  return rows.map(({ terminatesOn, rescissions, ...row }) => ({
    ...row,
    terminatesOn: dayFromDate(terminatesOn),
    rescissions: rescissions.map((signed) => ({ ...signed, side: signed.side as PartySide })),
  }))
}

export async function findNotice(tx: Tx, contractId: string): Promise<Notice | undefined> {
  const last = (await findNotices(tx, contractId)).at(-1)
  return last && last.rescissions.length < 2 ? last : undefined
}

export async function insertNotice(
  tx: Tx,
  notice: { id: string; contractId: string; givenById: string; givenAt: Date; reason: string; terminatesOn: Day },
): Promise<void> {
  await tx.noticeGiven.create({
    data: { ...notice, terminatesOn: dateFromDay(notice.terminatesOn) },
    select: { id: true },
  })
}

export async function insertRescission(tx: Tx, noticeId: string, signed: Signed): Promise<void> {
  await tx.noticeRescission.create({ data: { noticeId, ...signed }, select: { noticeId: true } })
}
