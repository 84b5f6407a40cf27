import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { LedgerAccount, LedgerEntry, LedgerTransaction } from './ledger'

type New = Omit<LedgerTransaction, 'about'> & { aboutType: string; aboutId: string; byId: string }

/** False where the key has posted already, also by somebody who was faster by a moment: then nothing is written. */
export async function insertTransaction(tx: Tx, { entries, ...row }: New): Promise<boolean> {
  const data = { ...row, reversesId: row.reversesId ?? null, entryCount: entries.length }
  if ((await tx.ledgerTransaction.createMany({ data: [data], skipDuplicates: true })).count === 0) return false
  await tx.ledgerEntry.createMany({
    data: entries.map((entry, position) => ({ transactionId: row.id, position, ...entry })),
  })
  return true
}

export async function findTransaction(
  tx: Tx,
  by: { key: string } | { reversesId: string },
): Promise<LedgerTransaction | undefined> {
  const row = await tx.ledgerTransaction.findUnique({
    where: by,
    select: {
      id: true,
      key: true,
      bodySha256: true,
      kind: true,
      aboutType: true,
      aboutId: true,
      reversesId: true,
      postedAt: true,
      entries: { select: { account: true, organisationId: true, pence: true }, orderBy: { position: 'asc' } },
    },
  })
  if (!row) return undefined
  const { aboutType, aboutId, reversesId, entries, ...rest } = row
  return {
    ...rest,
    about: { type: aboutType, id: aboutId },
    entries: entries as LedgerEntry[],
    ...(reversesId ? { reversesId } : {}),
  }
}

/** Debits less credits, in pence. */
export async function sumOf(tx: Tx, account: LedgerAccount, organisationId?: string): Promise<bigint> {
  const { _sum } = await tx.ledgerEntry.aggregate({
    where: { account, ...(organisationId ? { organisationId } : {}) },
    _sum: { pence: true },
  })
  return _sum.pence ?? 0n
}

/** Debits less credits of every account that the postings about these things have moved. */
export async function sumsAbout(tx: Tx, aboutType: string, aboutIds: string[]) {
  const rows = await tx.ledgerEntry.groupBy({
    by: ['account'],
    where: { transaction: { aboutType, aboutId: { in: aboutIds } } },
    _sum: { pence: true },
  })
  return new Map(rows.map(({ account, _sum }) => [account as LedgerAccount, _sum.pence ?? 0n]))
}
