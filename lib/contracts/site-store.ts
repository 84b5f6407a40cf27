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
  practiceCorrectsTo: true,
  supplierCorrectsTo: true,
  ceasedOn: true,
  succeedsId: true,
  version: true,
} as const
type DayKeys = 'practiceSaysOn' | 'supplierSaysOn' | 'liveOn' | 'practiceCorrectsTo' | 'supplierCorrectsTo' | 'ceasedOn'
type Row = Omit<ContractSite, 'state' | DayKeys> & { state: string } & Record<DayKeys, Date | null>
const day = (date: Date | null) => (date ? dayFromDate(date) : null)
const toSite = (row: Row): ContractSite => ({
  ...row,
  state: row.state as SiteState,
  practiceSaysOn: day(row.practiceSaysOn),
  supplierSaysOn: day(row.supplierSaysOn),
  liveOn: day(row.liveOn),
  practiceCorrectsTo: day(row.practiceCorrectsTo),
  supplierCorrectsTo: day(row.supplierCorrectsTo),
  ceasedOn: day(row.ceasedOn),
})

export async function findSite(tx: Tx, id: string): Promise<ContractSite | undefined> {
  const row = await tx.contractSite.findUnique({ where: { id }, select })
  return row ? toSite(row) : undefined
}

export async function findSites(tx: Tx, contractIds: string[]): Promise<ContractSite[]> {
  const where = { contractId: { in: contractIds } }
  return (await tx.contractSite.findMany({ where, select, orderBy: { id: 'asc' } })).map(toSite)
}

/** The sites of a practice that are not over yet. */
export async function findSitesOf(tx: Tx, practiceId: string): Promise<ContractSite[]> {
  const where = { practiceId, state: { not: 'ceased' }, contract: { state: { notIn: ['terminated', 'closed'] } } }
  return (await tx.contractSite.findMany({ where, select, orderBy: { id: 'asc' } })).map(toSite)
}

/** How many sites a practice has from a day on in a contract, or elsewhere for the same module. */
export async function countSitesHeld(tx: Tx, contractId: string, practiceId: string, on: Day): Promise<number> {
  const contract = await tx.contract.findUniqueOrThrow({
    where: { id: contractId },
    select: { moduleId: true, runsUntil: true },
  })
  const same = contract.moduleId
    ? [{ moduleId: contract.moduleId, heldUntil: { gte: dateFromDay(on) }, heldFrom: { lte: contract.runsUntil } }]
    : []
  return tx.contractSite.count({ where: { practiceId, OR: [{ contractId }, ...same] } })
}

export async function insertSite(
  tx: Tx,
  site: { id: string; contractId: string; practiceId: string; liveOn?: Day; succeedsId?: string },
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

export type SiteChange = {
  /** One side's word of another day. */
  correction?: { side: SiteSide; day: Day; personId: string }
  /** The day on which both agree now: the words of the correction are done with. */
  correctedTo?: Day
  /** By nobody where another practice succeeds it. */
  ceased?: { on: Day; byId: string | null }
}

/** False where somebody moved the site since `version`. */
export async function saveSite(
  tx: Tx,
  site: { id: string; version: number },
  { state, correction, correctedTo, ceased }: SiteChange & { state: SiteState },
): Promise<boolean> {
  const said = correction && { on: dateFromDay(correction.day), by: correction.personId }
  const both = correctedTo && dateFromDay(correctedTo)
  const { count } = await tx.contractSite.updateMany({
    where: { id: site.id, version: site.version },
    data: {
      state,
      version: { increment: 1 },
      ...(said && correction.side === 'practice' ? { practiceCorrectsTo: said.on, practiceCorrectsById: said.by } : {}),
      ...(said && correction.side === 'supplier' ? { supplierCorrectsTo: said.on, supplierCorrectsById: said.by } : {}),
      ...(both
        ? {
            liveOn: both,
            practiceSaysOn: both,
            supplierSaysOn: both,
            practiceCorrectsTo: null,
            supplierCorrectsTo: null,
          }
        : {}),
      ...(ceased ? { ceasedOn: dateFromDay(ceased.on), ceasedById: ceased.byId } : {}),
    },
  })
  return count === 1
}

/** Sites of these suppliers whose day of go-live they have not confirmed, though the practice has named one or may. */
export async function findSitesToConfirm(tx: Tx, supplierIds: string[]) {
  const rows = await tx.contractSite.findMany({
    where: {
      contract: { supplierId: { in: supplierIds }, state: { notIn: ['terminated', 'closed'] } },
      state: { in: ['planned', 'half-confirmed', 'disputed'] },
    },
    select: {
      id: true,
      contractId: true,
      practiceId: true,
      state: true,
      practiceSaysOn: true,
      supplierSaysOn: true,
      contract: { select: { number: true, moduleName: true } },
    },
    orderBy: [{ practiceSaysOn: 'asc' }, { id: 'asc' }],
    take: 500,
  })
  return rows
    .filter(({ state, supplierSaysOn }) => state === 'disputed' || supplierSaysOn === null)
    .map(({ id, contractId, practiceId, practiceSaysOn, contract }) => ({
      ...contract,
      id,
      contractId,
      practiceId,
      day: day(practiceSaysOn),
    }))
}

/** The sites of modules, with the days of their contracts. */
export async function findSitesOfModules(tx: Tx, moduleIds: string[]) {
  const rows = await tx.contractSite.findMany({
    where: { moduleId: { in: moduleIds } },
    select: { ...select, moduleId: true, contract: { select: { startsOn: true, runsUntil: true } } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ moduleId, contract, ...row }) => ({
    ...toSite(row),
    moduleId: moduleId!,
    startsOn: dayFromDate(contract.startsOn),
    runsUntil: dayFromDate(contract.runsUntil),
  }))
}
