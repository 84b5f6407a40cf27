import { byFacet, type FacetCounts } from '../facet-rules'
import { allOfFacets, type FacetName, facetNames, type ModuleFilter, sortOf } from '../module-filter'
import type { Price } from '../prices/price'
import { priceOf, quantityFor } from '../prices/price-rules'
import { type Bits, both, countBits, countBoth, either, emptyBits, hasBit, members } from './bits'
import { headlineOn, type Shelf } from './shelf'

type Filter = Omit<ModuleFilter, 'size'>
/** The modules that words find, and how well. */
export type Words = { bits: Bits; rank: (slot: number) => number }

/** How many the whole filter leaves, and the count beside every facet value (CAT-3). */
export function countOnShelf(shelf: Shelf, filter: Filter, words: Words | undefined) {
  const all = foundBits(shelf, filter, words)
  const values = filter.proven ? shelf.proven : shelf.claimed
  const counts: FacetCounts = byFacet((name) => {
    const isNarrowing = allOfFacets.includes(name)
    const others = isNarrowing || filter[name].length === 0 ? all : foundBits(shelf, filter, words, name)
    const chosen = isNarrowing ? undefined : chosenBits(shelf, filter, name)
    return [...values[name]].flatMap(([value, bearers]) => {
      const own = countBoth(others, bearers)
      if (own === 0) return []
      return [{ value, count: chosen ? countBoth(others, either(chosen, bearers)) : own }]
    })
  })
  return { total: countBits(all), counts }
}

/** The slots of one page, in the order asked for; then by name, then by id (CAT-6). */
export function pageOnShelf(shelf: Shelf, filter: Filter & { size: number }, words: Words | undefined): number[] {
  const found = foundBits(shelf, filter, words)
  const from = (filter.page - 1) * filter.size
  const inTurn = (order: Iterable<number>) => taken(order, found, from, filter.size)
  switch (sortOf(filter)) {
    case 'relevance':
      return ranked(found, (slot) => -words!.rank(slot))
    case 'price':
      return inTurn(cheapestFirst(shelf, filter.n ?? 0))
    case 'newest':
      return inTurn(shelf.newest)
    case 'name-down':
      return inTurn(nameDown(shelf))
    default:
      return inTurn(shelf.byName)
  }
  function ranked(bits: Bits, key: (slot: number) => number): number[] {
    const keyed = [...members(bits)].map((slot) => ({ slot, key: key(slot), place: shelf.place[slot]! }))
    keyed.sort((a, b) => compared(a.key, b.key) || a.place - b.place)
    return keyed.slice(from, from + filter.size).map(({ slot }) => slot)
  }
}

function foundBits(shelf: Shelf, filter: Filter, words: Words | undefined, but?: FacetName): Bits {
  let found = words ? both(shelf.listed, words.bits) : shelf.listed
  const values = filter.proven ? shelf.proven : shelf.claimed
  for (const name of facetNames) {
    if (name === but || filter[name].length === 0) continue
    if (!allOfFacets.includes(name)) found = both(found, chosenBits(shelf, filter, name)!)
    else
      for (const value of filter[name]) found = both(found, values[name].get(value) ?? emptyBits(shelf.modules.length))
  }
  return found
}

/** Who bears any of the chosen values; undefined where none is chosen. */
function chosenBits(shelf: Shelf, filter: Filter, name: FacetName): Bits | undefined {
  if (filter[name].length === 0) return undefined
  const values = (filter.proven ? shelf.proven : shelf.claimed)[name]
  return filter[name].map((v) => values.get(v) ?? emptyBits(shelf.modules.length)).reduce(either)
}

function taken(order: Iterable<number>, found: Bits, from: number, most: number): number[] {
  const page: number[] = []
  let passed = 0
  for (const slot of order) {
    if (!hasBit(found, slot) || passed++ < from) continue
    if (page.push(slot) === most) break
  }
  return page
}

/** From Z to A; equal names still by id. */
function* nameDown({ byName, modules }: Shelf): Generator<number> {
  for (let end = byName.length; end > 0; ) {
    let start = end - 1
    while (start > 0 && modules[byName[start - 1]!]!.nameKey === modules[byName[start]!]!.nameKey) start--
    yield* byName.slice(start, end)
    end = start
  }
}

const keptOrders = 4

/** Everything listed by its yearly price for `n` patients, worked out once for the latest few list sizes. */
function cheapestFirst(shelf: Shelf, n: number): number[] {
  const known = shelf.byPrice.get(n)
  if (known) return known
  const units = new Map(shelf.byName.map((slot) => [slot, unitsOf(headlineOn(shelf.modules[slot]!, shelf.day), n)]))
  const order = shelf.byName.toSorted(
    (a, b) => compared(units.get(a)!, units.get(b)!) || shelf.place[a]! - shelf.place[b]!,
  )
  if (shelf.byPrice.size >= keptOrders) shelf.byPrice.delete(shelf.byPrice.keys().next().value!)
  shelf.byPrice.set(n, order)
  return order
}

/** Not a difference: two unpriced ones are equal. */
const compared = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0)

/** The yearly price in 1/100,000 of a pound, for the order alone; unpriced ones come last. */
function unitsOf(price: Price | undefined, n: number): number {
  const quantity = price ? quantityFor(price, BigInt(n)) : undefined
  if (!price || quantity === undefined) return Number.POSITIVE_INFINITY
  return Number(priceOf(price, quantity) * (price.period === 'month' ? 12n : 1n))
}
