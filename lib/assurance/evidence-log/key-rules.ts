import type { KeyUse } from '@/lib/conformance/evidence/key-statement'
import { addDays, addMonths, type Day } from '@/lib/platform/days'
import type { LogKey } from './log'

/** EV-07: a key signs for twelve months at most; its successor is made thirty days before, so that a worker at rest misses nothing. */
const [months, daysAhead] = [12, 30]

export const lastDayOf = (from: Day): Day => addDays(addMonths(from, months), -1)

/** The newest key of a use. */
export const newestOf = (keys: LogKey[], use: KeyUse): LogKey | undefined =>
  keys.filter((key) => key.purpose === use).toSorted((a, b) => b.generation! - a.generation!)[0]

/** Whether a key may sign on that day and needs no successor yet. */
export const signsOn = (key: LogKey, today: Day): boolean =>
  key.revokedFromIndex === null && key.from !== null && today <= addDays(lastDayOf(key.from), -daysAhead)

/**
 * Who vouches for the next key of a use: the key before it, even past its months, because that is the last thing it does; where
 * that one is revoked, the newest of the other use. Undefined where nobody is left: then readers must get new keys from elsewhere.
 */
export function signerOfNext(keys: LogKey[], use: KeyUse): LogKey | undefined {
  const other = use === 'officers' ? 'runner' : 'officers'
  return [newestOf(keys, use), newestOf(keys, other)].find((key) => key?.revokedFromIndex === null)
}

/** The name of the file in which a key lies. */
export const fileOfKey = (use: KeyUse, generation: number): string =>
  generation === 1 ? `${use}.pem` : `${use}-${generation}.pem`
