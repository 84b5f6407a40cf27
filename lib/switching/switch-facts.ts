import type { SiteState } from '@/lib/contracts/site'
import type { Day } from '@/lib/platform/days'
import type { DifferenceCount } from '@/lib/reconciliation/report'
import type { StatedFact } from './facts/fact'
import type { FactKind } from './facts/fact-kinds'
import type { ManifestSide, SwitchPart, SwitchRole, SwitchState } from './switch'

export type ManifestFact = {
  id: string
  phase: string
  side: ManifestSide
  sha256: string
  supplierId: string
  signedById: string
  signedAt: Date
}

/** What a gate reads of a verified report. */
export type RunFact = {
  id: string
  kind: string
  phase: string
  sourceManifest: string
  targetManifest: string
  /** Whose registered key signed it. */
  organisationId: string
  keyRevoked: boolean
  root: string
  canaryFull: boolean
  unexplained: { S1: DifferenceCount; S2: DifferenceCount }
  /** Checks with an unexplained S1 or S2. */
  failing: { checkId: string; S1: DifferenceCount; S2: DifferenceCount }[]
  /** C10: the codes of the source are known on the target. Null where the run did not check it. */
  codesCovered: boolean | null
  takenInAt: Date
}

export type SignOffFact = { gate: string; role: string; personId: string; factsHash: string; signedAt: Date }

/** Everything that a gate of the first stage may read. Absent facts are null or missing rows: then a predicate is unmet. */
export type SwitchFacts = {
  machineVersion: number
  today: Day
  practiceId: string
  losingSupplierId: string
  gainingSupplierId: string | null
  /** The contract that the signed call-off became. */
  gainingContractId: string | null
  phase: number
  wentLiveOn: Day | null
  people: Partial<Record<SwitchRole, string>>
  manifests: ManifestFact[]
  runs: RunFact[]
  accepted: { reportId: string; checkId: string; hazardId: string }[]
  signOffs: SignOffFact[]
  /** The site of the gaining contract at this practice. */
  site: { state: SiteState; liveOn: Day | null } | null
  certificate: { sha256: string; deletedOn: Day } | null
}

export type HazardFact = {
  number: string
  title: string
  likelihoodBefore: number
  severityBefore: number
  likelihoodAfter: number | null
  severityAfter: number | null
  controls: string
  owner: string
}

export type RadarFact = {
  id: string
  service: string
  source: 'seed' | 'contracted' | 'added'
  inUse: boolean | null
  thirdParty: string
  owner: string
  plan: string
  toldOn: Day | null
  offAt: Date | null
  offProof: string | null
  offById: string | null
  onAt: Date | null
  onProof: string | null
  onById: string | null
}

/** What the contract that is left says of its end; read from its room, never copied. */
export type LeavingFact = {
  startsOn: Day
  endsOn: Day
  runsUntil: Day
  noticeDays: number
  yearlyPence: bigint
  noticeGivenOn: Day | null
  /** Months in which it cannot be ended by notice; null where nobody has set it. */
  minimumMonths: number | null
}

/** Everything that a gate of machine version 2 may read beside the facts of the first stage. */
export type FullFacts = SwitchFacts & {
  now: Date
  state: SwitchState
  stateBefore: SwitchState | null
  part: SwitchPart
  parts: { id: string; part: SwitchPart; state: SwitchState; stateBefore: SwitchState | null }[]
  stated: StatedFact[]
  hazards: HazardFact[]
  radar: RadarFact[]
  /** RD-02: what the present system is declared to connect to, and the practice's other systems. */
  contracted: string[]
  slips: { open: number; all: number }
  reserved: { kind: string; week: Day }[]
  leaving: LeavingFact | null
  gaining: { startsOn: Day } | null
  funding: { id: string; approved: boolean } | null
  comparison: { id: string; sha256: string } | null
  /** Bank holidays of England; the years that have any are the years that are known (TM-02). */
  holidays: Day[]
}

/** The statement of a kind that stands now. */
export const stated = (facts: Pick<FullFacts, 'stated'>, kind: FactKind, item = ''): StatedFact | undefined =>
  facts.stated.find((fact) => fact.kind === kind && fact.item === item)

/** A number that a statement says; undefined where nothing is stated. */
export const numberIn = (fact: StatedFact | undefined, field: string): number | undefined =>
  typeof fact?.value[field] === 'number' ? (fact.value[field] as number) : undefined

/** A text or day that a statement says; undefined where nothing is stated. */
export const textIn = (fact: StatedFact | undefined, field: string): string | undefined =>
  typeof fact?.value[field] === 'string' ? (fact.value[field] as string) : undefined

export type StatedIncident = {
  number: string
  severity: 'S1' | 'S2' | 'S3' | 'S4'
  state: 'open' | 'closed'
  sort: 'other' | 'wrong-patient' | 'services-down' | 'second-loss'
}

/** The incidents of a switch as they stand. */
export const incidentsOf = (facts: Pick<FullFacts, 'stated'>): StatedIncident[] =>
  facts.stated
    .filter((fact) => fact.kind === 'incident')
    .map(({ item, value }) => ({ number: item, ...value }) as StatedIncident)
