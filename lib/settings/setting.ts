import type { Day } from '@/lib/platform/days'
import type { SettingKey } from './setting-keys'

export type SettingValue = string | number | null | string[] | number[]

/** One dated value. It is never edited: another one takes its place from a day on, and this one ends the day before. */
export type Setting = {
  id: string
  /** The payer whose own it is; null: the authority's. */
  organisationId: string | null
  key: SettingKey
  value: SettingValue
  validFrom: Day
  /** The last day; null: until another takes its place. */
  validTo: Day | null
  /** Where the figure comes from, in the setter's words. */
  source: string
  /** The day on which the setter checked it against that source; null: not yet, so users are not shown it (K3). */
  verifiedOn: Day | null
}
