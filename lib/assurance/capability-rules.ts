import type { Day } from '@/lib/platform/days'

/** What an assessor found of a whole capability, in the order of the log. */
export type CapabilityFinding = { capabilityId: string; outcome: string; on: Day; knownOn?: Day }
export type CapabilityResults = { metCapabilityIds: string[]; failedCapabilityIds: string[] }

/** The newest finding of each capability known on that day decides; a capability without one is not assessed (CAT-2). */
export function capabilityResults(findings: CapabilityFinding[], day: Day): CapabilityResults {
  const newest = new Map(findings.filter((f) => f.on <= day).map((f) => [f.capabilityId, f.outcome]))
  const having = (outcome: string) => [...newest].filter(([, o]) => o === outcome).map(([id]) => id)
  return { metCapabilityIds: having('MET'), failedCapabilityIds: having('NOT_MET') }
}
