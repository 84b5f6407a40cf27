import type { Day } from '@/lib/platform/days'

/** What a letter about something says to each of its readers (NT-02). */
export type NoticeText = {
  /** Names the occasion and stays the same when it is told again, such as `suspended/<decision id>`. */
  key: string
  subject: string
  text: string
  about: { type: string; id: string }
  /** It is sent again on the 3rd, 7th and 14th day, until its reader says that they have read it. */
  mustAcknowledge: boolean
}

export type Delivery = 'waiting' | 'sent' | 'refused'
export const deliveryWords: Record<Delivery, string> = {
  waiting: 'waiting to be sent',
  sent: 'sent',
  refused: 'refused by the mail server',
}

/** A notice as its reader sees it. */
export type NoticeView = {
  id: string
  subject: string
  text: string
  textSha256: string
  mustAcknowledge: boolean
  sentOn: Day
  remindedOn: Day[]
  acknowledgedOn: Day | null
  delivery: Delivery
}
