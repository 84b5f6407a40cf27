import type { Envelope } from '@/lib/conformance/evidence/envelope'
import type { KeyUse } from '@/lib/conformance/evidence/key-statement'
import type { Day } from '@/lib/platform/days'

/** A fact that enters the log, signed (EV-04). */
export type SignedFact = { subjectType: string; subjectId: string; envelope: Envelope }
export type LogLine = { index: number; subjectType: string; subjectId: string; envelope: Envelope; appendedAt: Date }
export type SavedCheckpoint = { size: number; note: string; madeAt: Date }
/** A checkpoint with the lines of its witnesses under it, and when each saw it (EV-05). */
export type SeenCheckpoint = SavedCheckpoint & { witnesses: { name: string; seenAt: Date }[] }
/** A key as the log names it (EV-07). The log's own key, which signs checkpoints, has no purpose and no months. */
export type LogKey = {
  keyId: string
  use: 'evidence' | 'log'
  purpose: KeyUse | null
  generation: number | null
  publicKey: string
  firstUsedAt: Date
  from: Day | null
  signedBy: string | null
  revokedFromIndex: number | null
}
