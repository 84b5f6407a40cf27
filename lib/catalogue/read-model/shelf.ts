import type { Day } from '@/lib/platform/days'
import { byFacet, byText, capabilityOfEpic, onlyLot, standingOfLabel } from '../facet-rules'
import type { FacetName } from '../module-filter'
import type { ModuleCard } from '../module-view'
import type { Price } from '../prices/price'
import { addBit, type Bits, emptyBits } from './bits'
import type { ListedModule } from './listed-module'

type ValueBits = Record<FacetName, Map<string, Bits>>

/** Every listed module as it is on one day: who bears which facet value, and the orders that need no question. */
export type Shelf = {
  day: Day
  modules: (ListedModule | undefined)[]
  listed: Bits
  /** Bearers of each value; `proven`: where only capabilities assessed as met count (CAT-2). */
  claimed: ValueBits
  proven: ValueBits
  byName: number[]
  newest: number[]
  /** By list size, as far as it was asked for. */
  byPrice: Map<number, number[]>
  /** The place of each slot in the order by name. */
  place: Uint32Array
}

/** Slots stay as they are, so that the words of the text index go on pointing to them. */
export function shelve(modules: (ListedModule | undefined)[], day: Day): Shelf {
  const size = modules.length
  const listed = emptyBits(size)
  const [claimed, proven] = [byFacet(() => new Map<string, Bits>()), byFacet(() => new Map<string, Bits>())]
  const add = (to: Map<string, Bits>, value: string, slot: number) => {
    const bits = to.get(value) ?? emptyBits(size)
    to.set(value, bits)
    addBit(bits, slot)
  }
  for (const [slot, module] of modules.entries()) {
    if (!module?.isListed) continue
    addBit(listed, slot)
    for (const [isProven, to] of [
      [false, claimed],
      [true, proven],
    ] as const) {
      const values = valuesOf(module, isProven, day)
      for (const name of Object.keys(values) as FacetName[]) for (const v of values[name]) add(to[name], v, slot)
    }
  }
  const slots = [...modules.keys()].filter((slot) => modules[slot]?.isListed)
  const byName = slots.sort((a, b) => byText(modules[a]!.nameKey, modules[b]!.nameKey) || byId(modules, a, b))
  const place = new Uint32Array(size)
  for (const [at, slot] of byName.entries()) place[slot] = at
  const newest = byName.toSorted(
    (a, b) => byText(modules[b]!.publishedOn, modules[a]!.publishedOn) || place[a]! - place[b]!,
  )
  return { day, modules, listed, claimed, proven, byName, newest, byPrice: new Map(), place }
}

/** The facet values of one module on a day: what was not assessed, or no longer is, proves nothing. */
export function valuesOf(module: ListedModule, isProven: boolean, day: Day): Record<FacetName, string[]> {
  const cap = capabilitiesOf(module, isProven, day)
  return {
    cap,
    epic: module.epicIds.filter((epic) => cap.includes(capabilityOfEpic(epic))),
    int: module.integrationIds,
    fw: module.frameworkIds,
    lot: module.frameworkIds.length > 0 ? [onlyLot] : [],
    app: module.applicationTypes,
    host: module.hostings,
    standing: [(isStale(module, day) ? undefined : standingOfLabel[module.standing!.kind]) ?? 'not-assessed'],
    supplier: [module.supplierSlug],
    kind: [module.kind],
  }
}

/** The price of the day (PRC-13): the newest that has begun. */
export const headlineOn = ({ headlines }: ListedModule, day: Day): Price | undefined =>
  headlines.findLast((price) => price.validFrom <= day)

/** The card of the list on a day. */
export function cardOf(module: ListedModule, isProven: boolean, day: Day): ModuleCard {
  const { standing } = module
  const fresh = isStale(module, day) ? null : standing
  return {
    id: module.id,
    listingVersionId: module.listingVersionId,
    name: module.name,
    version: module.version,
    summary: module.summary,
    supplierBrand: module.supplierBrand,
    capabilityIds: capabilitiesOf(module, isProven, day),
    price: headlineOn(module, day) ?? null,
    publishedOn: module.publishedOn,
    demo: module.demo,
    standing: {
      kind: fresh?.kind ?? 'not-assessed',
      words: fresh?.words ?? 'Not assessed',
      because: standing?.because ?? null,
      asOf: standing?.asOf ?? null,
    },
  }
}

function capabilitiesOf(module: ListedModule, isProven: boolean, day: Day): string[] {
  if (!isProven) return module.capabilityIds.filter((id) => !module.failedCapabilityIds.includes(id))
  return isStale(module, day) ? [] : module.capabilityIds.filter((id) => module.metCapabilityIds.includes(id))
}

/** A standing is worth nothing after its `until`. */
const isStale = ({ standing }: ListedModule, day: Day): boolean =>
  standing === null || (standing.until !== null && standing.until < day)

const byId = (modules: (ListedModule | undefined)[], a: number, b: number) => byText(modules[a]!.id, modules[b]!.id)
