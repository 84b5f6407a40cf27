import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { ContractSite, SiteSide, SiteState } from './site'

const select = {
  id: true,
  contractId: true,
  practiceId: true,
  state: true,
  practiceSaysOn: true,
  supplierSaysOn: true,
  liveOn: true,
  version: true,
} as const
type Row = Omit<ContractSite, 'state' | 'practiceSaysOn' | 'supplierSaysOn' | 'liveOn'> & {
  state: string
  practiceSaysOn: Date | null
  supplierSaysOn: Date | null
  liveOn: Date | null
}
const day = (date: Date | null) => (date ? dayFromDate(date) : null)
const toSite = (row: Row): ContractSite => ({
  ...row,
  state: row.state as SiteState,
  practiceSaysOn: day(row.practiceSaysOn),
  supplierSaysOn: day(row.supplierSaysOn),
  liveOn: day(row.liveOn),
})

export async function findSite(tx: Tx, id: string): Promise<ContractSite | undefined> {
  const row = await tx.contractSite.findUnique({ where: { id }, select })
  return row ? toSite(row) : undefined
}

export async function findSites(tx: Tx, contractIds: string[]): Promise<ContractSite[]> {
  const where = { contractId: { in: contractIds } }
  return (await tx.contractSite.findMany({ where, select, orderBy: { id: 'asc' } })).map(toSite)
}

export async function insertSite(
  tx: Tx,
  site: { id: string; contractId: string; practiceId: string; liveOn?: Day },
): Promise<void> {
  const { liveOn, ...rest } = site
  const on = liveOn ? dateFromDay(liveOn) : undefined
  await tx.contractSite.create({
    data: { ...rest, state: on ? 'live' : 'planned', liveOn: on, practiceSaysOn: on, supplierSaysOn: on },
  })
}

/** Writes one side's word and the state that follows. False where somebody moved the site since `version`. */
export async function saveConfirmation(
  tx: Tx,
  site: { id: string; version: number },
  said: { side: SiteSide; day: Day; personId: string; state: SiteState },
): Promise<boolean> {
  const on = dateFromDay(said.day)
  const word =
    said.side === 'practice'
      ? { practiceSaysOn: on, practiceConfirmedById: said.personId }
      : { supplierSaysOn: on, supplierConfirmedById: said.personId }
  const { count } = await tx.contractSite.updateMany({
    where: { id: site.id, version: site.version },
    data: { ...word, state: said.state, liveOn: said.state === 'live' ? on : null, version: { increment: 1 } },
  })
  return count === 1
}
