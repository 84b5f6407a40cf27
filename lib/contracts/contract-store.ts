import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Terms } from './changes/change'
import { insertVersion } from './changes/version-store'
import { type Contract, type ContractState, noticeDateOf } from './contract'

type Row = Awaited<ReturnType<Tx['contract']['findFirstOrThrow']>>

/** A row as the room knows it; the kept notice date follows from the rest. */
export function toContract({ startsOn, endsOn, runsUntil, noticeDate: _, state, ...row }: Row): Contract {
  return {
    ...row,
    state: state as ContractState,
    kind: row.kind as Contract['kind'],
    startsOn: dayFromDate(startsOn),
    endsOn: dayFromDate(endsOn),
    runsUntil: dayFromDate(runsUntil),
  }
}

export async function findContract(tx: Tx, id: string): Promise<Contract | undefined> {
  const row = await tx.contract.findUnique({ where: { id } })
  return row ? toContract(row) : undefined
}

export async function findContractOfCallOff(tx: Tx, callOffId: string): Promise<Contract | undefined> {
  const row = await tx.contract.findUnique({ where: { callOffId } })
  return row ? toContract(row) : undefined
}

/** Contracts in which one of these organisations is practice, payer or supplier, by notice of their end. */
export async function findContractsOf(tx: Tx, organisationIds: string[]): Promise<Contract[]> {
  const of = { in: organisationIds }
  const rows = await tx.contract.findMany({
    where: { OR: [{ practiceId: of }, { payerId: of }, { supplierId: of }, { sites: { some: { practiceId: of } } }] },
    orderBy: [{ endsOn: 'asc' }, { number: 'asc' }],
    take: 2_000,
  })
  return rows.map(toContract)
}

/** False where a contract of the same call-off stands already (a reaction may run twice), or one whose days overlap (C1). */
export async function insertContract(tx: Tx, contract: Contract): Promise<boolean> {
  const { startsOn, endsOn, runsUntil, ...rest } = contract
  const data = {
    ...rest,
    startsOn: dateFromDay(startsOn),
    endsOn: dateFromDay(endsOn),
    noticeDate: dateFromDay(noticeDateOf(contract)),
    runsUntil: dateFromDay(runsUntil),
  }
  if ((await tx.contract.createMany({ data: [data], skipDuplicates: true })).count === 0) return false
  const { id, yearlyPence, totalPence, madeAt } = contract
  const first = { number: 1, endsOn, yearlyPence, totalPence, effectiveOn: startsOn, changeId: null, madeAt }
  await insertVersion(tx, id, first)
  return true
}

/** Puts other terms in force. False where somebody moved the contract since it was read. */
export async function changeTerms(
  tx: Tx,
  { id, version, noticeDays }: Pick<Contract, 'id' | 'version' | 'noticeDays'>,
  { endsOn, yearlyPence, totalPence }: Terms,
  state: ContractState,
): Promise<boolean> {
  const { count } = await tx.contract.updateMany({
    where: { id, version },
    data: {
      state,
      yearlyPence,
      totalPence,
      endsOn: dateFromDay(endsOn),
      runsUntil: dateFromDay(endsOn),
      noticeDate: dateFromDay(noticeDateOf({ endsOn, noticeDays })),
      version: { increment: 1 },
    },
  })
  return count === 1
}

export type ContractMove = { state: ContractState; runsUntil?: Day }

/** False where somebody moved the contract since `version`. */
export async function moveContract(
  tx: Tx,
  id: string,
  version: number,
  { state, runsUntil }: ContractMove,
): Promise<boolean> {
  const { count } = await tx.contract.updateMany({
    where: { id, version },
    data: { state, ...(runsUntil ? { runsUntil: dateFromDay(runsUntil) } : {}), version: { increment: 1 } },
  })
  return count === 1
}

/** Contracts that the clock must move: a notice date before `noticeBefore`, or a last day that is over. */
export async function findDueContracts(tx: Tx, today: Day, noticeBefore: Day): Promise<string[]> {
  const rows = await tx.contract.findMany({
    where: {
      OR: [
        { state: { in: ['mobilising', 'live'] }, noticeDate: { lte: dateFromDay(noticeBefore) } },
        { state: { in: ['expiring', 'terminating', 'held-over'] }, runsUntil: { lt: dateFromDay(today) } },
      ],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

/** Contracts of which nobody has given notice and whose notice date lies between these days. */
export async function findContractsWithNoticeDate(tx: Tx, from: Day, to: Day): Promise<Contract[]> {
  const rows = await tx.contract.findMany({
    where: {
      state: { in: ['mobilising', 'live', 'expiring'] },
      noticeDate: { gte: dateFromDay(from), lte: dateFromDay(to) },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(toContract)
}

/** Contracts of orders that have begun by this day and of which a site was put to use. */
export async function findChargedContractIds(tx: Tx, on: Day): Promise<string[]> {
  const rows = await tx.contract.findMany({
    where: { callOffId: { not: null }, startsOn: { lte: dateFromDay(on) }, sites: { some: { liveOn: { not: null } } } },
    select: { id: true },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ id }) => id)
}

type ModuleVersion = { id: string; moduleId: string }
const paysFor = ({ id, moduleId }: ModuleVersion) => ({
  OR: [{ moduleVersionId: id }, { moduleVersionId: null, moduleId }],
})

/** Contracts for a module version, and those for its module that name no version. */
export async function findContractsOfModule(tx: Tx, version: ModuleVersion): Promise<Contract[]> {
  return (await tx.contract.findMany({ where: paysFor(version), orderBy: { id: 'asc' } })).map(toContract)
}

const over = ['terminated', 'expired', 'closed']
/** Practices with a contract in force for a module version, and practices with any contract in force. */
export async function countPracticesUsing(tx: Tx, version: ModuleVersion): Promise<{ using: number; all: number }> {
  const practices = (where: object) =>
    tx.contract.findMany({
      where: { ...where, state: { notIn: over } },
      select: { practiceId: true },
      distinct: ['practiceId'],
    })
  const [using, all] = [await practices(paysFor(version)), await practices({})]
  return { using: using.length, all: all.length }
}

/** Contracts in force: which practice uses which module version. */
export async function findContractsInForce(tx: Tx) {
  return tx.contract.findMany({
    where: { state: { notIn: over } },
    select: { id: true, moduleVersionId: true, practiceId: true },
    take: 50_000,
  })
}
