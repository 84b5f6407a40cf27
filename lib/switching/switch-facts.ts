import type { SiteState } from '@/lib/contracts/site'
import type { Day } from '@/lib/platform/days'
import type { DifferenceCount } from '@/lib/reconciliation/report'
import type { ManifestSide, SwitchRole } from './switch'

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
  takenInAt: Date
}

export type SignOffFact = { gate: string; role: string; personId: string; factsHash: string; signedAt: Date }

/** Everything that a gate of the first stage may read. Absent facts are null or missing rows: then a predicate is unmet. */
export type SwitchFacts = {
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
