import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

type Claim = { targetSupplierId: string }

/** Suppliers whose modules the actor may speak for. */
export const speakingFor = (actor: Actor): string[] => organisationsOf(actor, 'supplier-editor', 'supplier-signatory')

/** The supplier of the module that is named sees what waits for its word; of the text itself everybody reads. */
export const maySeeClaim = (actor: Actor, { targetSupplierId }: Claim): boolean =>
  speakingFor(actor).includes(targetSupplierId)

/** The people of the other supplier confirm or dispute; those who claim it cannot. */
export const mayAnswerClaim = (actor: Actor, claim: Claim): Decision =>
  maySeeClaim(actor, claim) ? allow : deny('Only the supplier of the module that is named can answer this')

/** Only a test of the pair proves; nobody types it. */
export const mayProveClaim = (actor: Actor): Decision =>
  actor.kind === 'system' ? allow : deny('Only a test of the pair proves that two modules work together')
