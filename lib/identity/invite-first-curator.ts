import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { listEverybodyWith } from './list-role-holders'
import { findAuthority, insertOrganisation, lockAuthority } from './organisation-store'
import type { FirstCuratorInput } from './person-schema'
import { writeInvitation } from './write-invitation'

/**
 * Names the authority of a new portal and invites its first curator, for the operator of the machine: nobody could invite yet. Where
 * there is a curator already, they invite. Answers the link, because there may be no mail server yet.
 */
export function inviteFirstCurator(
  ctx: Context,
  { authority: name, ...person }: FirstCuratorInput,
  publicUrl: string,
): Promise<Result<{ link: string }>> {
  return transaction(async (tx) => {
    await lockAuthority(tx)
    const [known] = await listEverybodyWith(tx, 'curator', ctx.now)
    if (known)
      return refuse({ kind: 'conflict', because: `${known.email} is a curator already and invites at /admin/people` })
    const authority = (await findAuthority(tx)) ?? (await nameAuthority(tx, name))
    const { link } = await writeInvitation(
      tx,
      ctx,
      { ...person, role: 'curator', limit: null, organisation: authority, invitedById: authority.id },
      publicUrl,
    )
    return ok({ link })
  })
}

async function nameAuthority(tx: Tx, name: string): Promise<{ id: string; name: string }> {
  const authority = { id: newId(), kind: 'authority', name, status: 'active' }
  await insertOrganisation(tx, authority)
  return authority
}
