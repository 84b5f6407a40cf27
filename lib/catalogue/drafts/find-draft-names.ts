import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { namedModules } from '../dependencies/dependency'
import { findModulesNamedLike, findNamedModules } from '../dependencies/dependency-store'
import type { Listing } from '../listing'
import { findWholeReference } from '../reference-store'
import type { DraftNames } from './draft-section'

type Draft = { moduleId: string; content: Listing }

/** What the fields of a draft are called: the national reference, the modules it names, and those that were looked for. */
export async function findDraftNames(tx: Tx, { moduleId, content }: Draft, find?: string): Promise<DraftNames> {
  const words = find?.trim() ?? ''
  const reference = await findWholeReference(tx)
  const modules = await findNamedModules(tx, namedModules(content))
  const found = words === '' ? undefined : await findModulesNamedLike(tx, words.slice(0, 200))
  return { ...reference, ownId: moduleId, modules, found: found?.filter((module) => module.id !== moduleId) }
}
