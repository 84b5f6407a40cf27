import type { Day } from '@/lib/platform/days'

/** In the order of the way (design §3); the side states and the ends stand last. */
export const switchStates = [
  'draft',
  'case',
  'ordered',
  'mobilised',
  'preparing',
  'trial-loaded',
  'data-check',
  'cutover-ready',
  'frozen',
  'loaded',
  'live',
  'legacy-read-only',
  'closed',
  'on-hold',
  'remediation',
  'rolled-back',
  'cancelled',
] as const
export type SwitchState = (typeof switchStates)[number]

/** The states of machine version 1, the first stage: its switches end as they began. */
export const firstStageStates = [
  'draft',
  'ordered',
  'trial-loaded',
  'data-check',
  'loaded',
  'live',
  'closed',
  'rolled-back',
  'cancelled',
] as const satisfies SwitchState[]

export const switchStateLabels: Record<SwitchState, string> = {
  draft: 'Draft',
  case: 'Case made',
  ordered: 'Ordered',
  mobilised: 'Mobilised',
  preparing: 'Being prepared',
  'trial-loaded': 'Trial load done',
  'data-check': 'Data being checked',
  'cutover-ready': 'Ready for cut-over',
  frozen: 'Records frozen',
  loaded: 'Final load done',
  live: 'Live',
  'legacy-read-only': 'Old system read-only',
  closed: 'Closed',
  'on-hold': 'On hold',
  remediation: 'Under remediation',
  'rolled-back': 'Rolled back',
  cancelled: 'Cancelled',
}
type Colour = 'grey' | 'blue' | 'yellow' | 'orange' | 'green' | 'red'
export const switchStateColours: Record<SwitchState, Colour> = {
  draft: 'blue',
  case: 'grey',
  ordered: 'blue',
  mobilised: 'blue',
  preparing: 'blue',
  'trial-loaded': 'blue',
  'data-check': 'yellow',
  'cutover-ready': 'yellow',
  frozen: 'orange',
  loaded: 'orange',
  live: 'green',
  'legacy-read-only': 'green',
  closed: 'grey',
  'on-hold': 'grey',
  remediation: 'red',
  'rolled-back': 'red',
  cancelled: 'grey',
}

/** The states from one to another on the way, both included. */
export function between(first: SwitchState, last: SwitchState): SwitchState[] {
  return switchStates.slice(switchStates.indexOf(first), switchStates.indexOf(last) + 1)
}

/** Roles that a named person holds in one switch; who may be named for each is a grant in the organisation beside it. */
export const switchRoles = {
  'practice-manager': { title: 'Practice manager', grant: 'practice-manager', of: 'practiceId' },
  'clinical-lead': { title: 'Clinical lead', grant: 'gp-partner', of: 'practiceId' },
  'clinical-safety-officer': { title: 'Clinical safety officer', grant: 'clinical-safety-officer', of: 'payerId' },
  'data-protection-officer': { title: 'Data protection officer', grant: 'data-protection-officer', of: 'payerId' },
  'delivery-partner': { title: 'IT delivery partner', grant: 'delivery-partner', of: 'payerId' },
  'funding-approver': { title: 'Commissioner', grant: 'funding-approver', of: 'payerId' },
  'losing-signatory': { title: 'Losing supplier', grant: 'supplier-signatory', of: 'losingSupplierId' },
  'gaining-signatory': { title: 'Gaining supplier', grant: 'supplier-signatory', of: 'gainingSupplierId' },
} as const
export type SwitchRole = keyof typeof switchRoles

/** The roles that a switch of this machine names people for: the first stage named none of commissioner and suppliers. */
export const rolesOf = (machineVersion: number): SwitchRole[] =>
  (Object.keys(switchRoles) as SwitchRole[]).slice(0, machineVersion === 1 ? 5 : undefined)

export const isSwitchRole = (role: string): role is SwitchRole => Object.hasOwn(switchRoles, role)

/** SW-02: these three are three people. */
export const separateRoles: SwitchRole[] = ['practice-manager', 'clinical-lead', 'clinical-safety-officer']

export type Switch = {
  id: string
  machineVersion: number
  parentId: string | null
  part: SwitchPart
  state: SwitchState
  /** Where it goes on after a hold or a remediation. */
  stateBefore: SwitchState | null
  heldAt: Date | null
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

/** What is switched: the whole system, or a part of it as a switch of its own beside it. */
export const switchParts = { whole: 'Whole system', documents: 'Documents', appointments: 'Appointments' } as const
export type SwitchPart = keyof typeof switchParts

export type ManifestSide = 'source' | 'target'

/** A load or an extract that the checker compares: trials and the final one, the live system on three days, the way back. */
export const runKinds = ['trial', 'final', 'day-1', 'day-5', 'day-20', 'reverse'] as const
export type RunKind = (typeof runKinds)[number]
export const runKindWords: Record<RunKind, string> = {
  trial: 'trial',
  final: 'final',
  'day-1': 'day 1',
  'day-5': 'day 5',
  'day-20': 'day 20',
  reverse: 'reverse',
}
/** The three proofs after go-live (TM-proof). */
export const proofDays = ['day-1', 'day-5', 'day-20'] as const

/** The name of a load: `trial-1`, `trial-2` …; of the others their kind. */
export const phaseName = (kind: RunKind, phase: number): string => (kind === 'trial' ? `trial-${phase}` : kind)

/** Calendar days for which the old system stays readable after go-live. */
export const readOnlyDays = 90

/** The title of a role inside a sentence: "clinical lead", but "IT delivery partner". */
export const roleInSentence = (role: SwitchRole): string =>
  switchRoles[role].title.replace(/^[A-Z](?=[a-z])/, (c) => c.toLowerCase())
