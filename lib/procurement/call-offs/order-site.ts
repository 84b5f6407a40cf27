import type { Day } from '@/lib/platform/days'

export const consentWords = { asked: 'Has not answered', consented: 'Consents', declined: 'Does not consent' } as const

/** A practice for which the order is. */
export type OrderSite = {
  practiceId: string
  listSize: number
  listSizeAsOf: Day | null
  /** The day on which the practice is to have it (T8). */
  deliverOn: Day
  /** In a merger: the practice that goes on; in a split: the one that is split. */
  continues: boolean
  state: keyof typeof consentWords
  answeredById: string | null
  answeredAt: Date | null
  /** The practice's own part of the order as it consented to it. */
  consentHash: string | null
}
