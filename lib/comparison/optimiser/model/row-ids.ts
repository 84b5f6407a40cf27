import type { Day } from '@/lib/platform/days'

/** Names of the rules of a plan (design §2). Rows of one rule at several sites share its name; pages link by it. */
export const cover = (needId: string): string => `C-COVER:${needId}`
export const one = 'C-ONE'
export const requires = (moduleId: string, place: number): string => `C-REQ:${moduleId}:${place}`
/** The same whichever of the two declares it. */
export const conflicts = (a: string, b: string): string => `C-CONF:${a < b ? `${a}:${b}` : `${b}:${a}`}`
export const pair = (moduleId: string): string => `C-PAIR:${moduleId}`
export const floor = 'C-FLOOR'
export const budget = 'C-BUD'
export const yearBudget = (from: Day): string => `C-BUDY:${from}`
export const keep = (practiceId: string, moduleId: string): string => `C-KEEP:${practiceId}:${moduleId}`
export const drop = (practiceId: string, moduleId: string): string => `C-DROP:${practiceId}:${moduleId}`
export const gate = (moduleId: string): string => `C-GATE:${moduleId}`
/** Not a rule of the profile: what a question adds (RES-2, RES-5). */
export const asked = (what: string): string => `ASKED:${what}`
