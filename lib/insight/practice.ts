import type { Day } from '@/lib/platform/days'

/** What the public files say of one practice. */
export type PracticeFacts = {
  code: string
  name: string
  status: string
  address: string[]
  postcode: string | null
  demo: boolean
  organisationId: string
  areaCode: string | null
  areaName: string | null
  icbCode: string | null
  icbName: string | null
  list: { patients: number; asOf: Day } | null
  /** Which system each list saw, the newest first. */
  observed: Observation[]
}
export type Observation = {
  asOf: Day
  principal: string | null
  allNames: string[]
  pcnName: string | null
  source: string
}

export type FoundPractice = { code: string; name: string; postcode: string | null; status: string; demo: boolean }

/** A practice of an area: what it runs by the newest list, and what it ran by the oldest. */
export type AreaPractice = {
  code: string
  name: string
  principal: string | null
  allNames: string[]
  formerly: string | null
  patients: number | null
}

/** `MARSH HOUSE SURGERY` or an address of the register as people write it; what is in mixed case stays as it is. */
export function inMixedCase(name: string): string {
  if (name !== name.toUpperCase()) return name
  const small = new Set(['and', 'of', 'the', 'at', 'in', 'on', 'for', 'by', 'upon', 'under', 'le'])
  return name
    .toLowerCase()
    .split(' ')
    .map((word, i) => (i > 0 && small.has(word) ? word : word.replace(/^\(?[a-z]/, (letter) => letter.toUpperCase())))
    .join(' ')
    .replace(/\b(Gp|Nhs|Pcn|Ii|Iii)\b/g, (word) => word.toUpperCase())
    .replace(/-([a-z])/g, (_, letter: string) => `-${letter.toUpperCase()}`)
}
