import 'server-only'
import type { Tx } from '@/lib/platform/db'

type NewNotice = {
  id: string
  key: string
  personId: string
  subject: string
  text: string
  textSha256: string
  aboutType: string
  aboutId: string
  mustAcknowledge: boolean
  sentAt: Date
}

/** @returns those that are new; a key that is there already is left as it is. */
export async function addNotices(tx: Tx, notices: NewNotice[]): Promise<NewNotice[]> {
  const written = await tx.notice.createManyAndReturn({ data: notices, skipDuplicates: true, select: { id: true } })
  const ids = new Set(written.map(({ id }) => id))
  return notices.filter(({ id }) => ids.has(id))
}

const columns = {
  id: true,
  subject: true,
  text: true,
  textSha256: true,
  mustAcknowledge: true,
  sentAt: true,
  acknowledgement: { select: { at: true } },
  reminders: { select: { day: true, at: true }, orderBy: { day: 'asc' } },
} as const

/** The newest notices of one person. */
export const findNotices = (tx: Tx, personId: string) =>
  tx.notice.findMany({ where: { personId }, select: columns, orderBy: [{ sentAt: 'desc' }, { id: 'asc' }], take: 100 })

/** Whether this person has a notice of that id; another's is not found. */
export async function hasNotice(tx: Tx, id: string, personId: string): Promise<boolean> {
  return (await tx.notice.count({ where: { id, personId } })) === 1
}

/** @returns false where it was acknowledged before. */
export async function addAcknowledgement(tx: Tx, noticeId: string, at: Date): Promise<boolean> {
  return (await tx.noticeAcknowledgement.createMany({ data: [{ noticeId, at }], skipDuplicates: true })).count === 1
}

/**
 * Notices to be acknowledged that were first sent between these moments and have not had the reminder of that day nor a
 * later one, the oldest first: what is due comes before what is not, so that no crowd hides another.
 */
export const findUnacknowledged = (tx: Tx, sent: { after: Date; before: Date }, day: number) =>
  tx.notice.findMany({
    where: {
      mustAcknowledge: true,
      sentAt: { gt: sent.after, lt: sent.before },
      acknowledgement: null,
      reminders: { none: { day: { gte: day } } },
    },
    select: { ...columns, personId: true },
    orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
    take: 500,
  })

/** @returns false where this reminder was written before. */
export async function addReminder(tx: Tx, noticeId: string, day: number, at: Date): Promise<boolean> {
  return (await tx.noticeReminder.createMany({ data: [{ noticeId, day, at }], skipDuplicates: true })).count === 1
}
