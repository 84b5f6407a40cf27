import type { Envelope } from '@/lib/conformance/evidence/envelope'

/** A fact that enters the log, signed (EV-04). */
export type SignedFact = { subjectType: string; subjectId: string; envelope: Envelope }
export type LogLine = { index: number; subjectType: string; subjectId: string; envelope: Envelope; appendedAt: Date }
export type SavedCheckpoint = { size: number; note: string; madeAt: Date }
export type LogKey = {
  keyId: string
  use: 'evidence' | 'log'
  publicKey: string
  firstUsedAt: Date
  revokedFromIndex: number | null
}
