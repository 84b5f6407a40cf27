import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { LetterKind, LetterRhythm, Notification } from './letter-kind'

export type NewNotification = Omit<Notification, 'readAt'> & { key: string; personId: string; rhythm: LetterRhythm }

/** @returns the keys that are new; one that is there already is left as it is. */
export async function insertNotifications(tx: Tx, rows: NewNotification[]): Promise<Set<string>> {
  const written = await tx.notification.createManyAndReturn({
    data: rows,
    skipDuplicates: true,
    select: { key: true },
  })
  return new Set(written.map(({ key }) => key))
}

const columns = { id: true, kind: true, subject: true, text: true, path: true, createdAt: true, readAt: true } as const

export async function findNotifications(
  tx: Tx,
  personId: string,
  { skip, take }: { skip: number; take: number },
): Promise<{ rows: Notification[]; total: number }> {
  const [rows, total] = [
    await tx.notification.findMany({
      where: { personId },
      select: columns,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip,
      take,
    }),
    await tx.notification.count({ where: { personId } }),
  ]
  return { rows: rows.map((row) => ({ ...row, kind: row.kind as LetterKind })), total }
}

export const countUnreadOf = (tx: Tx, personId: string): Promise<number> =>
  tx.notification.count({ where: { personId, readAt: null } })

/** Whether this person has a notification of that id; another's is not found. */
export const hasNotification = async (tx: Tx, id: string, personId: string): Promise<boolean> =>
  (await tx.notification.count({ where: { id, personId } })) === 1

/** Marks what is unread of one person: one of it where named by id or key, else all of it. @returns how many were marked now. */
export async function markNotificationsRead(
  tx: Tx,
  personId: string,
  at: Date,
  one: { id?: string; key?: string } = {},
): Promise<number> {
  return (await tx.notification.updateMany({ where: { personId, readAt: null, ...one }, data: { readAt: at } })).count
}

type Waiting = { rhythm: 'daily' | 'weekly'; before: Date }

/** People for whom something of that rhythm waits that was written before the instant. */
export async function findWaitingPeople(tx: Tx, { rhythm, before }: Waiting): Promise<string[]> {
  const rows = await tx.notification.findMany({
    where: { rhythm, digestedAt: null, createdAt: { lt: before } },
    select: { personId: true },
    distinct: ['personId'],
    orderBy: { personId: 'asc' },
    take: 1_000,
  })
  return rows.map(({ personId }) => personId)
}

/** Takes what waits for one person into a digest: who comes second, also at the same moment, gets nothing. */
export async function takeWaiting(tx: Tx, personId: string, { rhythm, before }: Waiting, at: Date) {
  const rows = await tx.$queryRaw<{ id: string; subject: string; path: string; createdAt: Date }[]>`
    update "Notification" set "digestedAt" = ${at}
    where "personId" = ${personId}::uuid and rhythm = ${rhythm} and "digestedAt" is null and "createdAt" < ${before}
    returning id, subject, path, "createdAt"`
  return rows.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime() || (a.id < b.id ? -1 : 1))
}

/** What these people chose, by person and kind. */
export async function findPreferences(tx: Tx, personIds: string[], kind?: LetterKind) {
  return tx.letterPreference.findMany({
    where: { personId: { in: personIds }, ...(kind ? { kind } : {}) },
    select: { personId: true, kind: true, rhythm: true },
  })
}

export async function savePreference(
  tx: Tx,
  row: { personId: string; kind: LetterKind; rhythm: LetterRhythm; at: Date },
): Promise<void> {
  const { personId, kind, rhythm, at } = row
  await tx.letterPreference.upsert({
    where: { personId_kind: { personId, kind } },
    create: row,
    update: { rhythm, at },
    select: { kind: true },
  })
}
