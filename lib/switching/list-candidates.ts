import 'server-only'
import { listHoldersOf } from '@/lib/identity/list-holders'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { rolesOf, type Switch, type SwitchRole, switchRoles } from './switch'
import { mayRunSwitch } from './switch-policy'

export type Candidate = { role: SwitchRole; title: string; personId: string; name: string }

/** Whom the practice manager can name for each role of a switch; nobody for anybody else. */
export async function listCandidates(actor: Actor, of: Switch, today: Day): Promise<Candidate[]> {
  if (!mayRunSwitch(actor, of).allowed) return []
  const wanted = rolesOf(of.machineVersion).flatMap((role) => {
    const { grant, of: where, title } = switchRoles[role]
    const organisationId = of[where]
    return organisationId ? [{ role, title, grant, organisationId }] : []
  })
  const holders = await listHoldersOf(
    db,
    wanted.map(({ grant, organisationId }) => ({ role: grant, organisationId })),
    today,
  )
  return wanted.flatMap(({ role, title, grant, organisationId }) =>
    holders
      .filter((one) => one.role === grant && one.organisationId === organisationId)
      .map(({ id, name }) => ({ role, title, personId: id, name })),
  )
}
