import { env } from '@/lib/platform/env'

type Told = { subject: string; text: string; mustAcknowledge: boolean }

/** The letter of a notice: its first one is of day 0. */
export const letterKey = (noticeId: string, day: number): string => `notice/${noticeId}/${day}`

/** What stands at the bell for a notice. */
export const bellKey = (noticeId: string): string => `notice/${noticeId}`

/** The words of a notice, and how its reader says that they have read it. */
export function letterOf({ subject, text, mustAcknowledge }: Told, day = 0): { subject: string; body: string } {
  const ask = mustAcknowledge
    ? `\n\nPlease sign in and say that you have read this. Until then we send it again on the 3rd, 7th and 14th day.\n${env().publicUrl}/account/notices`
    : ''
  return { subject: day === 0 ? subject : `Reminder: ${subject}`, body: `${text}${ask}` }
}
