import 'server-only'
import type { Tx } from '@/lib/platform/db'

export async function findMail(tx: Tx) {
  return tx.mailMessage.findMany({
    select: { id: true, recipient: true, subject: true, body: true, createdAt: true, sentAt: true, failure: true },
    orderBy: { createdAt: 'desc' },
    take: 100,
  })
}
