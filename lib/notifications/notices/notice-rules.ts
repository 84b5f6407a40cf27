import { sha256Hex } from '@/lib/platform/canonical-json'
import { addDays, type Day } from '@/lib/platform/days'

/** On which day after the first letter it is sent again (NT-02). */
export const reminderDays = [3, 7, 14] as const

/** The reminder that is due: the last one whose day has come, unless it or a later one was sent. One at a time, however long nobody looked. */
export function dueReminder(sentOn: Day, sent: number[], today: Day): number | undefined {
  const due = reminderDays.filter((n) => addDays(sentOn, n) <= today).at(-1)
  return due === undefined || sent.some((n) => n >= due) ? undefined : due
}

/** What is kept as proof of the words. */
export const hashOfNotice = ({ subject, text }: { subject: string; text: string }): string =>
  sha256Hex(`${subject}\n${text}`)
