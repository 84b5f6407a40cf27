import type { Check } from '../run/check'
import { coreR4, suiteVersion } from './core-r4'
import { gpcStu3, gpcStu3Version } from './gpc-stu3'

export type ProfileName = 'core-r4' | 'gpc-stu3'
export type Profile = { checks: readonly Check[]; version: string }

/** What an endpoint can be tested against. */
export const profiles: Record<ProfileName, Profile> = {
  'core-r4': { checks: coreR4, version: suiteVersion },
  'gpc-stu3': { checks: gpcStu3, version: gpcStu3Version },
}
export const isProfile = (name: string): name is ProfileName => Object.hasOwn(profiles, name)
/** Every check of every profile, each once. */
export const everyCheck: readonly Check[] = [...new Set(Object.values(profiles).flatMap(({ checks }) => checks))]
