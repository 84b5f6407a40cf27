import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { BacsPayment, BacsPaymentState } from './bacs-payment'

type Row = Awaited<ReturnType<Tx['bacsPayment']['findFirstOrThrow']>>
const toPayment = (row: Row): BacsPayment => ({
  ...row,
  state: row.state as BacsPaymentState,
  on: dayFromDate(row.on),
})

export async function findBacsPayment(tx: Tx, id: string): Promise<BacsPayment | undefined> {
  const row = await tx.bacsPayment.findUnique({ where: { id } })
  return row ? toPayment(row) : undefined
}

export async function findBacsPayments(tx: Tx, invoiceIds: string[]): Promise<BacsPayment[]> {
  const where = { invoiceId: { in: invoiceIds } }
  return (await tx.bacsPayment.findMany({ where, orderBy: [{ recordedAt: 'asc' }, { id: 'asc' }] })).map(toPayment)
}

type New = Pick<BacsPayment, 'id' | 'invoiceId' | 'reference' | 'on' | 'pence' | 'recordedById' | 'recordedAt'>
/** False where the same transfer is recorded already. */
export async function insertBacsPayment(tx: Tx, { on, ...row }: New): Promise<boolean> {
  const data = { ...row, on: dateFromDay(on), state: 'recorded' }
  return (await tx.bacsPayment.createMany({ data: [data], skipDuplicates: true })).count === 1
}

/** False where somebody answered since `version`. */
export async function answerPayment(
  tx: Tx,
  { id, version }: Pick<BacsPayment, 'id' | 'version'>,
  answer: { state: BacsPaymentState; answeredById: string; answeredAt: Date },
): Promise<boolean> {
  const data = { ...answer, version: { increment: 1 } }
  return (await tx.bacsPayment.updateMany({ where: { id, version }, data })).count === 1
}
