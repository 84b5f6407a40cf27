import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { changeSwitch } from './change-switch'
import { replaceManifest } from './evidence-store'
import { phaseName } from './switch'
import { statesOf } from './switch-acts-rules'
import { mayEnterManifest } from './switch-policy'
import type { EnterManifestInput } from './switch-schema'

/**
 * A supplier signs the hash of its manifest for a load: the losing one its extract, the gaining one what it loaded. A new hash
 * takes the place of the old one, and every run over the old one stops counting (SW-05).
 */
export function enterManifest(ctx: Context, { kind, side, sha256, ...input }: EnterManifestInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: (of) => statesOf(`${kind}-manifest`, of), command: 'enter-manifest', event: 'ManifestSigned' },
    may: ({ of }) => mayEnterManifest(ctx.actor, of, side),
    write: async ({ tx, of }) => {
      await replaceManifest(tx, {
        id: newId(),
        switchId: of.id,
        phase: phaseName(kind, of.phase),
        side,
        sha256,
        supplierId: side === 'source' ? of.losingSupplierId : of.gainingSupplierId!,
        signedById: ctx.actor.userId,
        signedAt: ctx.now,
      })
      return undefined
    },
    eventData: { kind, side, sha256 },
  })
}
