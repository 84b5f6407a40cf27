import { type SwitchRole, switchRoles } from '../switch'
import { commissionerGuides } from './commissioner-guides'
import { type GuideRole, type GuideStageName, guideRoles, guideStageOf, isGuideRole } from './guide-stages'
import { practiceGuides } from './practice-guides'
import type { RoleGuide } from './role-guide'
import { supplierGuides } from './supplier-guides'

export const guides: Record<GuideRole, RoleGuide> = { ...practiceGuides, ...commissionerGuides, ...supplierGuides }

export const guideTitle = (role: GuideRole): string => switchRoles[guideRoles[role]].title

/** The guide of a role by its address; undefined where there is none. */
export const getGuide = (role: string): { role: GuideRole; title: string; guide: RoleGuide } | undefined =>
  isGuideRole(role) ? { role, title: guideTitle(role), guide: guides[role] } : undefined

/** Where the guide tells a person what to do now: of the role in which they stand in the switch, else the list of guides. */
export function guideAddress(state: Parameters<typeof guideStageOf>[0], roles: SwitchRole[]): string {
  const guide = (Object.keys(guideRoles) as GuideRole[]).find((role) => roles.includes(guideRoles[role]))
  const stage: GuideStageName = guideStageOf(state)
  return guide ? `/switches/guide/${guide}#${stage}` : '/switches/guide'
}
