import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { invalidField, type Result, refuse } from '@/lib/platform/refusal'
import { keyIdOf, readPublicKey } from '@/lib/reconciliation/signature'
import { changeSwitch } from './change-switch'
import { insertKey } from './evidence-store'
import type { SwitchState } from './switch'
import { statesOf } from './switch-acts-rules'
import { checkingOrganisation, mayBringReports } from './switch-policy'
import type { RegisterKeyInput } from './switch-schema'

/** Registers the public half of a signing key: reports of this switch signed with it count as its organisation's. */
export async function registerKey(
  ctx: Context,
  { publicKeyPem, ...input }: RegisterKeyInput,
): Promise<Result<{ id: string; state: SwitchState }>> {
  const key = readPublicKey(publicKeyPem)
  const keyId = key ? keyIdOf(key) : ''
  return changeSwitch(ctx, {
    ...input,
    step: {
      in: (of) => statesOf('register-key', of),
      command: 'register-key',
      event: 'SigningKeyRegistered',
    },
    may: ({ of }) => mayBringReports(ctx.actor, of),
    refuseWhen: () =>
      key
        ? undefined
        : invalidField('publicKeyPem', 'This is no Ed25519 public key. Paste signing.pub, never signing.key'),
    write: async ({ tx, of }) => {
      const stored = await insertKey(tx, {
        id: newId(),
        switchId: of.id,
        organisationId: checkingOrganisation(ctx.actor, of)!,
        keyId,
        publicKeyPem: key!.export({ type: 'spki', format: 'pem' }).toString(),
        registeredById: ctx.actor.userId,
        registeredAt: ctx.now,
        revokedAt: null,
      })
      return stored
        ? undefined
        : refuse({ kind: 'conflict', because: 'This key is registered for this switch already' })
    },
    eventData: { keyId },
  })
}
