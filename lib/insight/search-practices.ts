import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { FoundPractice } from './practice'
import { countPractices, findPractices } from './practice-store'

export type PracticeSearch = { text: string; practices: FoundPractice[]; more: boolean; imported: boolean }

const shown = 30

/** Practices by name, code or postcode: the first thirty. Public. `imported`: whether the register of practices is loaded at all. */
export async function searchPractices(_actor: Actor, given: string): Promise<PracticeSearch> {
  const text = given.trim().slice(0, 100)
  const imported = (await countPractices(db)) > 0
  const practices = text.length < 2 ? [] : await findPractices(db, text, shown + 1)
  return { text, practices: practices.slice(0, shown), more: practices.length > shown, imported }
}
