import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { invalidField, refuse } from '@/lib/platform/refusal'
import { changeSwitch } from './change-switch'
import { insertCertificate } from './evidence-store'
import { statesOf } from './switch-acts-rules'
import { mayCertifyDeletion } from './switch-policy'
import type { CertifyDeletionInput } from './switch-schema'

/** The losing supplier certifies that its copy is deleted, and when; the hash is that of the certificate it sent. */
export function certifyDeletion(ctx: Context, { sha256, deletedOn, ...input }: CertifyDeletionInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf('certify-deletion', of), command: 'certify-deletion', event: 'DeletionCertified' },
    may: ({ of }) => mayCertifyDeletion(ctx.actor, of),
    refuseWhen: ({ of }) => {
      if (deletedOn > dayOf(ctx.now)) return invalidField('deletedOn', 'The day must be today or in the past')
      return of.wentLiveOn && deletedOn < of.wentLiveOn
        ? invalidField('deletedOn', 'The day must not be before the practice went live')
        : undefined
    },
    write: async ({ tx, of }) => {
      const by = { supplierId: of.losingSupplierId, enteredBy: ctx.actor.userId, enteredAt: ctx.now }
      const stored = await insertCertificate(tx, { id: newId(), switchId: of.id, sha256, deletedOn, ...by })
      return stored ? undefined : refuse({ kind: 'conflict', because: 'The deletion is certified already' })
    },
    eventData: { sha256, deletedOn },
  })
}
