import { addDays, type Day, endOfDay } from '@/lib/platform/days'
import { type LetterKind, type LetterRhythm, letterKinds, letterRhythms } from './letter-kind'

/** The rhythms that a reader may choose for a kind of letter; one alone where there is nothing to choose. */
export function rhythmsOf(kind: LetterKind): LetterRhythm[] {
  const { rule } = letterKinds[kind]
  if (rule === 'fixed') return ['at-once']
  return letterRhythms.filter((rhythm) => rule === 'free' || rhythm !== 'none')
}

/** The rhythm that counts: what was chosen, where the kind allows it, else at once. */
export const rhythmFor = (kind: LetterKind, chosen: string | undefined): LetterRhythm =>
  rhythmsOf(kind).find((rhythm) => rhythm === chosen) ?? 'at-once'

/** The instant before which letters go into the digest that is due: of a day when it is over, of a week on its Monday (London). */
export function digestUntil(rhythm: 'daily' | 'weekly', today: Day): Date {
  const first = rhythm === 'daily' ? today : mondayOf(today)
  return endOfDay(addDays(first, -1))
}

/** The Monday of the week in which a day falls. */
export const mondayOf = (day: Day): Day => addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))

/** Where a letter leads: the last address of the portal that it names, from its root; the list itself where it names none. */
export function pathIn(text: string, publicUrl: string): string {
  const at = text.lastIndexOf(`${publicUrl}/`)
  if (at === -1) return '/notifications'
  return /^\/[^\s]*/.exec(text.slice(at + publicUrl.length))![0].replace(/[.,;)]+$/, '')
}
