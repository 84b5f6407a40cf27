import type { Day } from '@/lib/platform/days'
import type { StandardDays } from '../facts'
import type { Coverage } from '../register/register-view'

export type StandardVersionView = StandardDays & {
  id: string
  number: string
  legalBasis: string
  changeClass: string | null
  deprecatedOn: Day | null
  asserted: string | null
  /** Published here by two officers, with the hash of its text. */
  contentSha256: string | null
  replaces: string[]
  requirements: { id: string; title: string; text: string | null; level: string; hazard: string; coverage: Coverage }[]
}
export type StandardView = {
  id: string
  name: string
  kind: string
  url: string | null
  retired: boolean
  capabilityIds: string[]
  versions: StandardVersionView[]
}
export type RoadmapView = {
  id: string
  title: string
  concerns: string
  status: string
  effectiveOn: Day | null
  dateNote: string | null
  url: string | null
}

/** Where a version stands on a day (SV-01): it follows from its days, or from what its source says where it gives none. */
export function standingOfVersion(version: StandardVersionView, day: Day): string {
  const by = (date: Day | null) => date !== null && date <= day
  if (by(version.withdrawnOn)) return 'Withdrawn'
  if (by(version.retiredOn)) return 'Retired'
  if (by(version.deprecatedOn)) return 'Deprecated'
  if (by(version.effectiveOn))
    return version.transitionEndsOn !== null && day <= version.transitionEndsOn
      ? 'In effect, in transition'
      : 'In effect'
  if (by(version.publishedOn)) return 'Published'
  if (version.publishedOn !== null || version.effectiveOn !== null) return 'Coming'
  return version.asserted ?? 'Dates not recorded'
}
