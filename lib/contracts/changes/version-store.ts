import 'server-only'
import { dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { TermsVersion } from './change'

/** The terms of a contract from its beginning on, the first one first. */
export async function findVersions(tx: Tx, contractId: string): Promise<TermsVersion[]> {
  const rows = await tx.contractVersion.findMany({ where: { contractId }, orderBy: { number: 'asc' } })
  return rows.map(({ contractId: _, endsOn, effectiveOn, ...row }) => ({
    ...row,
    endsOn: dayFromDate(endsOn),
    effectiveOn: dayFromDate(effectiveOn),
  }))
}

export async function insertVersion(tx: Tx, contractId: string, version: TermsVersion): Promise<void> {
  const { endsOn, effectiveOn, ...rest } = version
  await tx.contractVersion.create({
    data: { contractId, ...rest, endsOn: dateFromDay(endsOn), effectiveOn: dateFromDay(effectiveOn) },
    select: { number: true },
  })
}
