import { standingOfLabel } from '@/lib/catalogue/facet-rules'
import { hostingWords } from '@/lib/catalogue/listing'
import { isOffSale } from '@/lib/catalogue/module-rules'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { type Accepted, type AcceptedStanding, standingsToAccept } from '../needs-profiles/needs-content'

/** Why a module is barred, in words, and whether the buyer's own wish does it: facts of the market nobody can give up (INF-5). */
export type Bar = { because: string; byWish: boolean }

/** C-GATE, MOD-2: why a module may not be chosen anew; undefined where it may. Silence of a listing is no yes. */
export function barOf(module: ModuleView, accepted: Accepted, liveFrameworkIds: string[]): Bar | undefined {
  const { listing, standing } = module
  const { name } = listing
  if (isOffSale(standing)) return { because: `${name} cannot be bought now: ${standing.words}`, byWish: false }
  if (!listing.frameworkIds.some((id) => liveFrameworkIds.includes(id)))
    return { because: `${name} is on no framework under which it can be ordered then`, byWish: false }
  const kind = standingOfLabel[standing.kind] ?? standing.kind
  if (!accepted.standings.includes(kind as AcceptedStanding))
    return {
      because: `${name} does not have a standing that you accept: ${standing.words}`,
      byWish: Object.hasOwn(standingsToAccept, kind),
    }
  const because = whyNotHosted(module, accepted) ?? whyNotUsable(module, accepted)
  return because === null ? undefined : { because, byWish: true }
}

function whyNotHosted({ listing: { name, hosting } }: ModuleView, accepted: Accepted): string | null {
  const { hostings, country, hscn } = accepted
  if (hostings.length === 0 && country === null && hscn === 'any') return null
  if (hosting.length === 0) return `${name} does not say how it is hosted`
  const ofKind = hosting.filter(({ type }) => hostings.length === 0 || hostings.includes(type))
  if (ofKind.length === 0)
    return `${name} is hosted otherwise: ${hosting.map(({ type }) => hostingWords[type]).join(', ')}`
  const isThere = (where: string | null) => country === null || where?.trim().toLowerCase() === country.toLowerCase()
  const inCountry = ofKind.filter((claim) => isThere(claim.country))
  if (inCountry.length === 0)
    return `${name} does not say that it keeps data in ${country}: ${ofKind.map((c) => c.country ?? 'not stated').join(', ')}`
  const withoutHscn = inCountry.some((claim) => claim.hscn === false)
  return hscn === 'not-needed' && !withoutHscn ? `${name} does not say that it works without HSCN` : null
}

function whyNotUsable({ listing: { name, applications } }: ModuleView, accepted: Accepted): string | null {
  if (accepted.applications.length === 0) return null
  if (applications.length === 0) return `${name} does not say on what it is used`
  return applications.some(({ type }) => accepted.applications.includes(type))
    ? null
    : `${name} is not made for what you use`
}
