import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ExceptionCode, MatchException } from '../match/match'
import type { InvoiceLine, LineKind } from './invoice'

/** The lines of one submission, in their order. */
export async function findLines(tx: Tx, invoiceId: string, submission: number): Promise<InvoiceLine[]> {
  const rows = await tx.invoiceLine.findMany({ where: { invoiceId, submission }, orderBy: { position: 'asc' } })
  return rows.map(({ invoiceId: _, submission: __, position: ___, kind, month, ...row }) => ({
    ...row,
    kind: kind as LineKind,
    month: dayFromDate(month),
  }))
}

export async function insertLines(tx: Tx, invoiceId: string, submission: number, lines: InvoiceLine[]): Promise<void> {
  await tx.invoiceLine.createMany({
    data: lines.map(({ month, ...line }, position) => ({
      ...line,
      invoiceId,
      submission,
      position,
      month: dateFromDay(month),
    })),
  })
}

export async function findExceptions(tx: Tx, invoiceId: string, submission: number): Promise<MatchException[]> {
  const rows = await tx.invoiceException.findMany({
    where: { invoiceId, submission },
    select: { code: true, lineKey: true, words: true },
    orderBy: { position: 'asc' },
  })
  return rows.map((row) => ({ ...row, code: row.code as ExceptionCode }))
}

export async function insertExceptions(tx: Tx, invoiceId: string, submission: number, found: MatchException[]) {
  await tx.invoiceException.createMany({
    data: found.map((exception, position) => ({ invoiceId, submission, position, ...exception })),
  })
}

/** Line and month, as `key month`, of what other living invoices of a contract charge. */
export async function findBilled(tx: Tx, contractId: string, except: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ key: string; month: Day }[]>`
    select l.key, to_char(l.month, 'YYYY-MM-DD') as month from "InvoiceLine" l join "Invoice" i on i.id = l."invoiceId"
    where i."contractId" = ${contractId}::uuid and i.id <> ${except}::uuid and l.submission = i.submission
      and i.state in ('matched', 'approved', 'issued', 'part-funded', 'paid')`
  return new Set(rows.map(({ key, month }) => `${key} ${month}`))
}
