import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { LogKey } from './log'

export async function findKeys(tx: Tx): Promise<LogKey[]> {
  const rows = await tx.logKey.findMany({ orderBy: [{ firstUsedAt: 'asc' }, { keyId: 'asc' }] })
  return rows.map((row) => ({
    ...row,
    use: row.use as LogKey['use'],
    purpose: row.purpose as LogKey['purpose'],
    from: row.from && dayFromDate(row.from),
    revokedFromIndex: row.revokedFromIndex === null ? null : Number(row.revokedFromIndex),
  }))
}

/** Names a key the first time it is used. */
export async function addKey(tx: Tx, key: Pick<LogKey, 'keyId' | 'use' | 'publicKey' | 'firstUsedAt'>): Promise<void> {
  await tx.logKey.createMany({ data: [key], skipDuplicates: true })
}

type Stated = Pick<LogKey, 'keyId' | 'publicKey' | 'firstUsedAt'> &
  Record<'purpose' | 'from' | 'signedBy', string> & { generation: number }
/** A key with its place in the chain; one that signed before there were statements keeps the instant of its first use. */
export async function saveStatedKey(tx: Tx, { keyId, publicKey, firstUsedAt, ...key }: Stated): Promise<void> {
  const place = { ...key, from: dateFromDay(key.from) }
  await tx.logKey.upsert({
    where: { keyId },
    create: { keyId, publicKey, firstUsedAt, use: 'evidence', ...place },
    update: place,
    select: { keyId: true },
  })
}

export async function saveRevocation(tx: Tx, keyId: string, fromIndex: number): Promise<void> {
  await tx.logKey.update({ where: { keyId }, data: { revokedFromIndex: BigInt(fromIndex) }, select: { keyId: true } })
}
