import type { GuideStageName } from './guide-stages'

export type RoleGuide = {
  intro: string
  /** Whether this role runs the checker, so that the guide says how. */
  runsChecker: boolean
  /** What the role does and needs at a stage; a stage without an entry asks nothing of it. */
  stages: Partial<Record<GuideStageName, { do: string[]; need: string[] }>>
}
