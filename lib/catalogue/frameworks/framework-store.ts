import 'server-only'
import { dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Framework } from './framework'

const columns = {
  id: true,
  name: true,
  shortName: true,
  opensOn: true,
  expiresOn: true,
  expired: true,
  maximumTermMonths: true,
} as const

/** Frameworks that the sources still name, by name; those of `ids` only, where given. */
export async function findFrameworks(tx: Tx, ids?: string[]): Promise<Framework[]> {
  const rows = await tx.framework.findMany({
    where: { absent: false, ...(ids ? { id: { in: ids } } : {}) },
    select: columns,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ opensOn, expiresOn, ...row }) => ({
    ...row,
    opensOn: opensOn && dayFromDate(opensOn),
    expiresOn: expiresOn && dayFromDate(expiresOn),
  }))
}

/** Holds a framework as it is until the transaction ends: what is decided under it is decided while it lives (A4). */
export async function holdFramework(tx: Tx, id: string): Promise<void> {
  await tx.$queryRaw`select 1 from "Framework" where id = ${id} for share`
}
