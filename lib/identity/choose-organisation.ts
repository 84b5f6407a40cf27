import 'server-only'
import { belongsTo } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { setSessionOrganisation } from './session-store'

/** From now on this session acts for another organisation of the actor's. It moves no record, so it leaves no event. */
export function chooseOrganisation(ctx: Context, tokenHash: string, organisationId: string): Promise<Result<string>> {
  return transaction(async (tx) => {
    if (!belongsTo(ctx.actor, organisationId)) return refuse({ kind: 'not-found' })
    await setSessionOrganisation(tx, tokenHash, organisationId)
    return ok(organisationId)
  })
}
