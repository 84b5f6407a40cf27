import type { Day } from '@/lib/platform/days'

export const switchStates = [
  'draft',
  'ordered',
  'trial-loaded',
  'data-check',
  'loaded',
  'live',
  'closed',
  'rolled-back',
  'cancelled',
] as const
export type SwitchState = (typeof switchStates)[number]

export const switchStateLabels: Record<SwitchState, string> = {
  draft: 'Draft',
  ordered: 'Ordered',
  'trial-loaded': 'Trial load done',
  'data-check': 'Data being checked',
  loaded: 'Final load done',
  live: 'Live, old system read-only',
  closed: 'Closed',
  'rolled-back': 'Rolled back',
  cancelled: 'Cancelled',
}
export const switchStateColours: Record<SwitchState, 'grey' | 'blue' | 'yellow' | 'orange' | 'green' | 'red'> = {
  draft: 'grey',
  ordered: 'blue',
  'trial-loaded': 'blue',
  'data-check': 'yellow',
  loaded: 'orange',
  live: 'green',
  closed: 'grey',
  'rolled-back': 'red',
  cancelled: 'grey',
}

/** Roles that a named person holds in one switch; who may be named for each is a grant in the organisation beside it. */
export const switchRoles = {
  'practice-manager': { title: 'Practice manager', grant: 'practice-manager', of: 'practiceId' },
  'clinical-lead': { title: 'Clinical lead', grant: 'gp-partner', of: 'practiceId' },
  'clinical-safety-officer': { title: 'Clinical safety officer', grant: 'clinical-safety-officer', of: 'payerId' },
  'data-protection-officer': { title: 'Data protection officer', grant: 'data-protection-officer', of: 'payerId' },
  'delivery-partner': { title: 'IT delivery partner', grant: 'delivery-partner', of: 'payerId' },
} as const
export type SwitchRole = keyof typeof switchRoles

export const isSwitchRole = (role: string): role is SwitchRole => Object.hasOwn(switchRoles, role)

/** SW-02: these three are three people. */
export const separateRoles: SwitchRole[] = ['practice-manager', 'clinical-lead', 'clinical-safety-officer']

export type Switch = {
  id: string
  machineVersion: number
  state: SwitchState
  version: number
  practiceId: string
  payerId: string
  leavingContractId: string
  losingSupplierId: string
  callOffId: string | null
  gainingContractId: string | null
  gainingSupplierId: string | null
  phase: number
  wentLiveOn: Day | null
  reason: string | null
  openedAt: Date
}

export type ManifestSide = 'source' | 'target'

/** The name of a load: `trial-1`, `trial-2` …, or `final`. */
export const phaseName = (kind: 'trial' | 'final', phase: number): string =>
  kind === 'final' ? 'final' : `trial-${phase}`

/** Calendar days for which the old system stays readable after go-live. */
export const readOnlyDays = 90

/** The title of a role inside a sentence: "clinical lead", but "IT delivery partner". */
export const roleInSentence = (role: SwitchRole): string =>
  switchRoles[role].title.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())
