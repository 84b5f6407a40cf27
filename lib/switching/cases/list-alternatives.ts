import 'server-only'
import { getClaimedCapabilities } from '@/lib/assurance/get-standing-now'
import { emptyFilter } from '@/lib/catalogue/module-filter'
import type { ModuleCard } from '@/lib/catalogue/module-view'
import { searchModules } from '@/lib/catalogue/search-modules'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'

export type Alternatives = {
  capabilityIds: string[]
  /** Modules that do all of it, by name; `proven` where every capability was assessed as met, not only claimed. */
  modules: (ModuleCard & { proven: boolean })[]
  /** How many conformant modules do each part of it. */
  parts: { capabilityId: string; count: number }[]
}

const conformant = { ...emptyFilter, standing: ['conformant', 'conformant-until'], sort: 'name' as const }

/**
 * What a practice could move to (KO-02): conformant modules for everything that this one claims, in alphabetical order and
 * unranked; where none does it all, how many do each part. The first hundred.
 */
export async function listAlternatives(ctx: Context, moduleVersionId: string): Promise<Alternatives> {
  const capabilityIds = await getClaimedCapabilities(db, moduleVersionId, dayOf(ctx.now))
  if (capabilityIds.length === 0) return { capabilityIds, modules: [], parts: [] }
  const asked = { ...conformant, cap: capabilityIds }
  const [claimed, met] = [
    await searchModules(ctx, asked, 100),
    await searchModules(ctx, { ...asked, proven: true }, 100),
  ]
  const proven = new Set(met.cards.map((card) => card.id))
  // A capability that the list does not know is left out of its search: then nothing is known to do it all.
  const cards = claimed.ignored.includes('cap') ? [] : claimed.cards
  if (cards.length > 0)
    return { capabilityIds, modules: cards.map((card) => ({ ...card, proven: proven.has(card.id) })), parts: [] }
  const { facets } = await searchModules(ctx, conformant, 1)
  const counts = new Map(facets.cap.map(({ value, count }) => [value, count]))
  return {
    capabilityIds,
    modules: [],
    parts: capabilityIds.map((capabilityId) => ({ capabilityId, count: counts.get(capabilityId) ?? 0 })),
  }
}
