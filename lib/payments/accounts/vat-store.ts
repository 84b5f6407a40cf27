import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { VatRegistration } from './vat-registration'

/** The VAT number of a supplier on a day; undefined where it has none. */
export async function findVatNumber(tx: Tx, supplierId: string, on: Day): Promise<string | undefined> {
  const row = await tx.vatRegistration.findFirst({
    where: { supplierId, validFrom: { lte: dateFromDay(on) } },
    select: { number: true },
    orderBy: [{ validFrom: 'desc' }, { recordedAt: 'desc' }],
  })
  return row?.number ?? undefined
}

/** Everything that was recorded for a supplier, newest first. */
export async function findVatRegistrations(tx: Tx, supplierId: string): Promise<VatRegistration[]> {
  const rows = await tx.vatRegistration.findMany({
    where: { supplierId },
    select: { number: true, validFrom: true },
    orderBy: [{ validFrom: 'desc' }, { recordedAt: 'desc' }],
  })
  return rows.map(({ number, validFrom }) => ({ number, validFrom: dayFromDate(validFrom) }))
}

export async function insertVatRegistration(
  tx: Tx,
  { validFrom, ...row }: VatRegistration & { id: string; supplierId: string; recordedById: string; recordedAt: Date },
): Promise<void> {
  await tx.vatRegistration.create({ data: { ...row, validFrom: dateFromDay(validFrom) }, select: { id: true } })
}
