import 'server-only'
import type { Context } from '@/lib/platform/context'
import { deny } from '@/lib/platform/decision'
import { type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { changeSwitchIn } from './change-switch'
import { findKeys, markRevoked } from './evidence-store'
import type { SwitchState } from './switch'
import { statesOf } from './switch-acts-rules'
import { checkingOrganisation, mayBringReports } from './switch-policy'
import type { RevokeKeyInput } from './switch-schema'

/** Revokes a key of one's own organisation: its reports stop counting, also those taken in before. */
export function revokeKey(
  ctx: Context,
  { keyId, ...input }: RevokeKeyInput,
): Promise<Result<{ id: string; state: SwitchState }>> {
  return transaction(async (tx) => {
    const key = (await findKeys(tx, input.id)).find((k) => k.keyId === keyId)
    return changeSwitchIn(tx, ctx, {
      ...input,
      step: {
        in: (of) => statesOf('revoke-key', of),
        command: 'revoke-key',
        event: 'SigningKeyRevoked',
      },
      may: ({ of }) =>
        key && key.organisationId !== checkingOrganisation(ctx.actor, of)
          ? deny('Only the organisation whose key it is can revoke it')
          : mayBringReports(ctx.actor, of),
      refuseWhen: () => {
        if (!key) return refuse({ kind: 'not-found' })
        return key.revokedAt ? refuse({ kind: 'conflict', because: 'This key is revoked already' }) : undefined
      },
      write: async () => {
        await markRevoked(tx, key!.id, ctx.now)
        return undefined
      },
      eventData: { keyId },
    })
  })
}
