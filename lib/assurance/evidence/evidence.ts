import type { Day } from '@/lib/platform/days'

export const visibilities = ['PUBLIC', 'BUYERS', 'ASSESSORS'] as const
export type Visibility = (typeof visibilities)[number]
export const visibilityWords: Record<Visibility, string> = {
  PUBLIC: 'Everybody',
  BUYERS: 'Buyers who have signed in',
  ASSESSORS: 'The authority only',
}

/** A document that findings rest on. Never changed: a newer one stands in its place and names it. */
export type EvidenceItem = {
  id: string
  moduleVersionId: string
  title: string
  sha256: string
  validUntil: Day | null
  visibility: Visibility
  addedAt: Date
  replacesId: string | null
  /** Null where only its hash was taken over. */
  file: { name: string; contentType: string; byteCount: number } | null
}
