import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { refuse } from '@/lib/platform/refusal'
import type { ZipFile } from '@/lib/platform/zip-archive'
import { changeSwitch } from '../change-switch'
import { replaceFact } from '../facts/fact-store'
import type { MoveInput } from '../switch-schema'
import { maySealEvidence, sealStates } from './pack-policy'
import { indexOf } from './pack-rules'
import { insertSeal } from './pack-store'
import { readPackFiles } from './read-pack-files'

/**
 * Freezes the evidence of a switch as it stands (EV-01) and states its hash, which G13.2 reads. The losing supplier's
 * certificate belongs in it, so it comes first. A later seal takes the place of this one; the worker has the authority's key sign each.
 */
export function sealEvidence(ctx: Context, input: MoveInput) {
  return changeSwitch(ctx, {
    ...input,
    step: { in: sealStates, command: 'seal-evidence', event: 'EvidencePackSealed' },
    may: ({ of, facts }) => maySealEvidence(ctx.actor, of, facts.people),
    refuseWhen: ({ facts }) =>
      facts.certificate
        ? undefined
        : refuse({ kind: 'conflict', because: 'There is no deletion certificate yet, and it belongs in the evidence' }),
    write: async ({ tx, of }) => {
      const files: ZipFile[] = await readPackFiles(tx, of)
      const sha256 = sha256Hex(indexOf(of.id, files))
      const seal = { id: newId(), switchId: of.id, sealedById: ctx.actor.userId, sealedAt: ctx.now }
      await insertSeal(tx, { ...seal, sha256, files })
      if (of.machineVersion === 1) return undefined
      await replaceFact(tx, {
        id: newId(),
        switchId: of.id,
        kind: 'evidence-pack',
        item: '',
        value: { sha256 },
        statedById: ctx.actor.userId,
        organisationId: ctx.actor.organisationId ?? of.practiceId,
        statedAt: ctx.now,
      })
      return undefined
    },
  })
}
