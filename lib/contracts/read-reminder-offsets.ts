import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { listValuesInForce, readSettingsOn } from '@/lib/settings/read-settings'
import { firstReminder } from './contract-rules'

/**
 * Reads, and keeps for one round of the clock, how many days before a notice date its payer reminds; undefined where nobody has
 * set any: then nothing is near by itself, and nobody is reminded.
 */
export function reminderOffsets(tx: Tx, today: Day): (payerId: string) => Promise<number[] | undefined> {
  const known = new Map<string, Promise<number[] | undefined>>()
  const read = async (payerId: string) => {
    const settings = await readSettingsOn(tx, today, payerId, ['notice-reminders'])
    return settings.ok ? settings.value.list('notice-reminders').map(Number) : undefined
  }
  return (payerId) => {
    const found = known.get(payerId) ?? read(payerId)
    known.set(payerId, found)
    return found
  }
}

/** The most days before a notice date on which anybody is reminded today: how far ahead a search must look. */
export async function longestReminder(tx: Tx, today: Day): Promise<number> {
  const values = await listValuesInForce(tx, 'notice-reminders', today)
  return firstReminder(values.flatMap((value) => (Array.isArray(value) ? value.map(Number) : [])))
}
