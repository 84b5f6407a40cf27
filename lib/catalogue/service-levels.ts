/** P22: when a supplier helps, how it is reached, and what it promises. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]
export const weekdayWords: Record<Weekday, string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}

/** Type 1: the module stops clinical work when it fails; type 2: every other. */
export const serviceTypes = ['type-1', 'type-2'] as const
export type ServiceType = (typeof serviceTypes)[number]
export const serviceTypeWords: Record<ServiceType, string> = { 'type-1': 'Type 1', 'type-2': 'Type 2' }

export type SupportHours = {
  type: string
  /** Times of day in London, `08:00`. */
  from: string
  until: string
  days: Weekday[]
  bankHolidays: boolean | null
  extra: string | null
}
export type SupportContact = { channel: string; detail: string; hours: string | null }
export type ServiceLevel = { type: string; level: string; measured: string | null; credits: boolean | null }
export type ServiceLevels = {
  type: ServiceType | null
  hours: SupportHours[]
  contacts: SupportContact[]
  levels: ServiceLevel[]
}

export const mostOf = { hours: 6, contacts: 6, levels: 12 } as const

/** `Monday to Friday`, `Monday, Wednesday`: days in the order of the week. */
export function weekdaysInWords(days: Weekday[]): string {
  const at = weekdays.flatMap((day, i) => (days.includes(day) ? [i] : []))
  const [first, last] = [at[0], at.at(-1)]
  if (first === undefined || last === undefined) return 'No days stated'
  if (at.length > 2 && last - first === at.length - 1)
    return `${weekdayWords[weekdays[first]!]} to ${weekdayWords[weekdays[last]!]}`
  return at.map((i) => weekdayWords[weekdays[i]!]).join(', ')
}
