import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { type Suggestion, suggest, typedSearch } from './suggestion-rules'
import { findSuggestedNames } from './suggestion-store'

/** Up to fifteen names of modules, suppliers and capabilities for what somebody is typing; published names are everybody's (CAT-5). */
export async function listSuggestions(_: Actor, text: string | null): Promise<Suggestion[]> {
  const typed = typedSearch(text)
  return typed === undefined ? [] : suggest(await findSuggestedNames(db, typed), typed)
}
