import { type Day, isDay } from '@/lib/platform/days'

/** What an address asks of the register: a day, and whether it is shown as it is known now. */
export type AskedDay = { asOf?: string | undefined; corrected?: string | undefined }

/** The day asked for, today where none is; undefined for a future or malformed one, which is a bad request (RG-02). */
export function dayAskedFor({ asOf, corrected }: AskedDay, today: Day): { day: Day; corrected: boolean } | undefined {
  if (!['', '0', '1', undefined].includes(corrected)) return undefined
  const day = asOf === undefined || asOf === '' ? today : asOf
  return isDay(day) && day <= today ? { day, corrected: corrected === '1' } : undefined
}
