import 'server-only'
import { listHoldersIn, listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import type { SwitchCast } from '@/lib/switching/read-cast'
import { type SwitchRole, switchRoles } from '@/lib/switching/switch'
import { listSupplierWriters } from './list-supplier-writers'

/** Who stands for a part in a switch today: the person named, while they hold the grant; nobody named, all who hold it. */
export async function listSwitchRole(tx: Tx, ctx: Context, cast: SwitchCast, role: SwitchRole): Promise<Person[]> {
  const { grant, of: where } = switchRoles[role]
  const organisationId = cast.of[where]
  if (organisationId === null) return []
  const holders = await listRoleHolders(tx, organisationId, grant, ctx.now)
  const named = cast.people[role]
  return named === undefined ? holders : holders.filter(({ id }) => id === named)
}

/** The owner of a timer or a gate's line, by the words that the line bears. */
export async function listOwners(tx: Tx, ctx: Context, cast: SwitchCast, owner: string): Promise<Person[]> {
  const { losingSupplierId, gainingSupplierId } = cast.of
  if (owner === 'Losing supplier') return listSupplierWriters(tx, ctx, losingSupplierId)
  if (owner === 'Gaining supplier') return gainingSupplierId ? listSupplierWriters(tx, ctx, gainingSupplierId) : []
  const roles = Object.entries(switchRoles) as [SwitchRole, { title: string }][]
  const role = roles.find(([, { title }]) => title === owner)?.[0]
  return role ? listSwitchRole(tx, ctx, cast, role) : []
}

export const listCommissioners = (tx: Tx, ctx: Context, { of }: SwitchCast): Promise<Person[]> =>
  listHoldersIn(tx, [of.payerId], ['funding-requester', 'funding-approver'], ctx.now)

/** Everybody with a part in it: the people of the practice and its partners, both suppliers, the commissioner. */
export async function listEverybodyIn(tx: Tx, ctx: Context, cast: SwitchCast): Promise<Person[]> {
  const people: Person[] = []
  for (const role of Object.keys(switchRoles) as SwitchRole[])
    if (cast.people[role] !== undefined || role === 'practice-manager')
      people.push(...(await listSwitchRole(tx, ctx, cast, role)))
  for (const owner of ['Losing supplier', 'Gaining supplier']) people.push(...(await listOwners(tx, ctx, cast, owner)))
  return [...people, ...(await listCommissioners(tx, ctx, cast))]
}
