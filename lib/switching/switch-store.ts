import 'server-only'
import { type Day, dateFromDay, dayFromDate } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Switch, SwitchPart, SwitchRole, SwitchState } from './switch'

type Row = Awaited<ReturnType<Tx['switch']['findFirstOrThrow']>>
const toSwitch = ({ state, stateBefore, part, wentLiveOn, ...row }: Row): Switch => ({
  ...row,
  state: state as SwitchState,
  stateBefore: stateBefore as SwitchState | null,
  part: part as SwitchPart,
  wentLiveOn: wentLiveOn ? dayFromDate(wentLiveOn) : null,
})

export async function findSwitch(tx: Tx, id: string): Promise<Switch | undefined> {
  const row = await tx.switch.findUnique({ where: { id } })
  return row ? toSwitch(row) : undefined
}

/** Switches in which one of these organisations takes part, the newest first. */
export async function findSwitchesOf(tx: Tx, organisationIds: string[]): Promise<Switch[]> {
  const rows = await tx.switch.findMany({
    where: takesPart(organisationIds),
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
  })
  return rows.map(toSwitch)
}

/** Those of them that leave this contract or lead to it. */
export async function findSwitchesOfContract(tx: Tx, organisationIds: string[], contractId: string): Promise<Switch[]> {
  const contract = { OR: [{ leavingContractId: contractId }, { gainingContractId: contractId }] }
  const rows = await tx.switch.findMany({
    where: { AND: [takesPart(organisationIds), contract] },
    orderBy: { openedAt: 'desc' },
  })
  return rows.map(toSwitch)
}

function takesPart(organisationIds: string[]) {
  const of = { in: organisationIds }
  return { OR: [{ practiceId: of }, { payerId: of }, { losingSupplierId: of }, { gainingSupplierId: of }] }
}

/** The parts that are switched beside a switch. */
export async function findParts(tx: Tx, parentId: string) {
  const rows = await tx.switch.findMany({
    where: { parentId },
    select: { id: true, part: true, state: true, stateBefore: true },
    orderBy: { openedAt: 'asc' },
  })
  return rows.map(({ id, part, state, stateBefore }) => ({
    id,
    part: part as SwitchPart,
    state: state as SwitchState,
    stateBefore: stateBefore as SwitchState | null,
  }))
}

/** The switches of machine version 2 that stand in one of these states, or in any that has not ended. */
export async function findRunning(tx: Tx, states?: SwitchState[]): Promise<Switch[]> {
  const state = states ? { in: states } : { notIn: ['closed', 'cancelled'] }
  return (await tx.switch.findMany({ where: { machineVersion: { gt: 1 }, state }, orderBy: { id: 'asc' } })).map(
    toSwitch,
  )
}

/** Whether another whole switch away from this contract is under way. */
export async function hasOtherRunning(tx: Tx, of: Pick<Switch, 'id' | 'leavingContractId'>): Promise<boolean> {
  const where = { leavingContractId: of.leavingContractId, id: { not: of.id }, parentId: null }
  return (await tx.switch.count({ where: { ...where, state: { notIn: ['closed', 'rolled-back', 'cancelled'] } } })) > 0
}

/** Drafts that were opened before their call-off was signed and wait for its contract. */
export async function findDraftsWaitingFor(tx: Tx, callOffId: string): Promise<Switch[]> {
  const where = { state: { in: ['draft', 'case'] }, callOffId, gainingContractId: null }
  return (await tx.switch.findMany({ where })).map(toSwitch)
}

/** Those of the contracts that the practice has left for good: their switch is closed, so it can no longer be rolled back. */
export async function findLeft(tx: Tx, contractIds: string[]): Promise<Set<string>> {
  const where = { leavingContractId: { in: contractIds }, state: 'closed' }
  const rows = await tx.switch.findMany({ where, select: { leavingContractId: true } })
  return new Set(rows.map((row) => row.leavingContractId))
}

/** False where another switch runs for the same contract to be left. */
export async function insertSwitch(tx: Tx, { wentLiveOn: _, ...data }: Switch): Promise<boolean> {
  return (await tx.switch.createMany({ data: [data], skipDuplicates: true })).count === 1
}

export type Changes = Partial<{
  state: SwitchState
  phase: number
  wentLiveOn: Day | null
  reason: string
  stateBefore: SwitchState | null
  heldAt: Date | null
  gainingContractId: string
  gainingSupplierId: string
}>

/** The first write of every command: the version rises, whatever changes. False where somebody was faster. */
export async function saveSwitch(tx: Tx, id: string, version: number, changes: Changes = {}): Promise<boolean> {
  const { wentLiveOn, ...rest } = changes
  const { count } = await tx.switch.updateMany({
    where: { id, version },
    data: {
      ...rest,
      ...(wentLiveOn === undefined ? {} : { wentLiveOn: wentLiveOn && dateFromDay(wentLiveOn) }),
      version: { increment: 1 },
    },
  })
  return count === 1
}

export async function findPeople(tx: Tx, switchId: string): Promise<Partial<Record<SwitchRole, string>>> {
  const rows = await tx.switchPerson.findMany({ where: { switchId }, select: { role: true, personId: true } })
  return Object.fromEntries(rows.map((row) => [row.role, row.personId]))
}

export async function savePerson(
  tx: Tx,
  person: { switchId: string; role: SwitchRole; personId: string; organisationId: string; namedAt: Date },
): Promise<void> {
  const { switchId, role, ...named } = person
  await tx.switchPerson.upsert({
    where: { switchId_role: { switchId, role } },
    create: person,
    update: named,
  })
}
