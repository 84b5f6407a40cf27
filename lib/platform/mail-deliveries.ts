import 'server-only'
import type { Tx } from './db'

/** How far the letters of these keys have come; a key without a letter is missing from the answer. */
export async function deliveriesOf(tx: Tx, keys: string[]): Promise<Map<string, 'waiting' | 'sent' | 'refused'>> {
  const rows = await tx.mailMessage.findMany({
    where: { key: { in: keys } },
    select: { key: true, sentAt: true, failure: true },
  })
  return new Map(rows.map((row) => [row.key, row.sentAt ? 'sent' : row.failure ? 'refused' : 'waiting']))
}
