import 'server-only'
import { listHoldersIn } from '@/lib/identity/list-role-holders'
import type { Role } from '@/lib/identity/roles'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { payerOf } from '../projects/payer-of'

/** Who can be asked to score: the buyer's own people, and those of its commissioner who advise and do not approve money. */
const [own, ofTheCommissioner]: Role[][] = [
  ['practice-manager', 'gp-partner'],
  ['funding-requester', 'clinical-safety-officer', 'data-protection-officer', 'delivery-partner'],
]

/** People who may be asked to score for this organisation today, by name. */
export async function listCandidates(
  tx: Tx,
  ctx: Context,
  organisationId: string,
): Promise<{ id: string; name: string }[]> {
  const commissioner = await payerOf(tx, organisationId)
  const people = [
    ...(await listHoldersIn(tx, [organisationId], own!, ctx.now)),
    ...(commissioner ? await listHoldersIn(tx, [commissioner.id], ofTheCommissioner!, ctx.now) : []),
  ]
  const once = new Map(people.map(({ id, name }) => [id, { id, name }]))
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB') || (a.id < b.id ? -1 : 1))
}
