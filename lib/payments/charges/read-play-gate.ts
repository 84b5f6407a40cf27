import 'server-only'
import { addDays, type Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettingsOn } from '@/lib/settings/read-settings'
import { listPlayedDays } from '../usage/list-usage-of-month'
import { lastDayOf } from './month-charge-rules'
import type { PlayGate } from './play-gate-rules'

/**
 * The play gate of the payer as it is set on the last day of a month, with what was recorded in reach of that month (G6), and the
 * settings that say so. No gate where it is off; where nobody has set the length of its window, a refusal.
 */
export async function readPlayGate(
  tx: Tx,
  { id, payerId }: { id: string; payerId: string },
  month: Day,
): Promise<Result<{ gate: PlayGate | undefined; settings: string[] }>> {
  const last = lastDayOf(month)
  const set = await readSettingsOn(tx, last, payerId, ['play-gate'])
  if (!set.ok) return set
  if (set.value.text('play-gate') !== 'on') return ok({ gate: undefined, settings: set.value.ids })
  const window = await readSettingsOn(tx, last, payerId, ['play-window'])
  if (!window.ok) return window
  const windowDays = window.value.count('play-window')
  const played = await listPlayedDays(tx, id, addDays(month, 1 - windowDays), last)
  return ok({ gate: { windowDays, played }, settings: [...set.value.ids, ...window.value.ids] })
}
