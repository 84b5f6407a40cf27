import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { CaseEnding, CaseState, ExitCase } from './case'

type Row = Awaited<ReturnType<Tx['exitCase']['findFirstOrThrow']>>
const toCase = ({ openedOn, movedOn, exitBy, ...row }: Row): ExitCase => ({
  ...row,
  state: row.state as CaseState,
  ending: row.ending as CaseEnding | null,
  openedOn: dayFromDate(openedOn),
  movedOn: dayFromDate(movedOn),
  exitBy: exitBy && dayFromDate(exitBy),
})
const open = { state: { not: 'ended' } }

export async function findCase(tx: Tx, id: string): Promise<ExitCase | undefined> {
  const row = await tx.exitCase.findUnique({ where: { id } })
  return row ? toCase(row) : undefined
}

/** Open cases of a module version. */
export async function findCasesOfModule(tx: Tx, moduleVersionId: string): Promise<ExitCase[]> {
  return (await tx.exitCase.findMany({ where: { moduleVersionId, ...open }, orderBy: { id: 'asc' } })).map(toCase)
}

/** Every open case of that state, the oldest first. */
export async function findCasesIn(tx: Tx, state: CaseState): Promise<ExitCase[]> {
  return (await tx.exitCase.findMany({ where: { state }, orderBy: [{ movedOn: 'asc' }, { id: 'asc' }] })).map(toCase)
}

/** Module versions with an open case. */
export async function findModulesWithCases(tx: Tx): Promise<string[]> {
  const rows = await tx.exitCase.findMany({
    where: open,
    select: { moduleVersionId: true },
    distinct: ['moduleVersionId'],
  })
  return rows.map((row) => row.moduleVersionId)
}

/** The cases of these organisations as practice, payer or supplier: the open ones first, then the newest. */
export async function findCasesOf(tx: Tx, organisationIds: string[]): Promise<ExitCase[]> {
  const of = { in: organisationIds }
  const parties = { OR: [{ practiceId: of }, { payerId: of }, { supplierId: of }] }
  const order = [{ movedOn: 'desc' as const }, { id: 'asc' as const }]
  const [running, past] = [
    await tx.exitCase.findMany({ where: { ...parties, ...open }, orderBy: order, take: 500 }),
    await tx.exitCase.findMany({ where: { ...parties, state: 'ended' }, orderBy: order, take: 100 }),
  ]
  return [...running, ...past].map(toCase)
}

/** The open case of a contract. */
export async function findCaseOfContract(tx: Tx, contractId: string): Promise<ExitCase | undefined> {
  const row = await tx.exitCase.findFirst({ where: { contractId, ...open } })
  return row ? toCase(row) : undefined
}

/** False where the contract has an open case already: a reaction may run twice. */
export async function insertCase(tx: Tx, { openedOn, movedOn, exitBy, ...rest }: ExitCase): Promise<boolean> {
  const days = { openedOn: dateFromDay(openedOn), movedOn: dateFromDay(movedOn), exitBy: exitBy && dateFromDay(exitBy) }
  return (await tx.exitCase.createMany({ data: [{ ...rest, ...days }], skipDuplicates: true })).count === 1
}

type Change = { state: CaseState; movedOn: Day; exitBy: Day | null; ending: CaseEnding | null }
/** False where somebody moved the case since `version`. */
export async function moveCase(tx: Tx, id: string, version: number, { movedOn, exitBy, ...change }: Change) {
  const data = { ...change, movedOn: dateFromDay(movedOn), exitBy: exitBy && dateFromDay(exitBy) }
  const { count } = await tx.exitCase.updateMany({
    where: { id, version },
    data: { ...data, version: { increment: 1 } },
  })
  return count === 1
}
