import type { Day } from '@/lib/platform/days'
import type { FacetNames } from '../facet-rules'
import { emptyBits } from './bits'
import type { Words } from './find-on-shelf'
import type { ListedModule } from './listed-module'
import { type Shelf, shelve } from './shelf'
import { addText, findWords, type TextIndex } from './text-index'
import type { TextQuery } from './text-query-rules'

/**
 * The published catalogue in the memory of this process. A slot is given to a listing once and never again, because the text
 * index points to slots; what follows from everything together, the shelf of a day, is made again after a change.
 */
export type ReadModel = {
  /** The slot in force of each module. */
  slots: Map<string, number>
  modules: (ListedModule | undefined)[]
  index: TextIndex
  names: FacetNames
  shelf: Shelf | undefined
  /** Rises with every change: what was made of an older one is out of date. */
  revision: number
  /** The latest searches, as long as nothing changes. */
  found: Map<string, Words>
  knownWords: string[] | undefined
}

const keptSearches = 32

export const newReadModel = (revision: number): ReadModel => ({
  slots: new Map(),
  modules: [],
  index: new Map(),
  names: {},
  shelf: undefined,
  revision,
  found: new Map(),
  knownWords: undefined,
})

/** A module as it is now. The text of a listing never changes, so the same listing keeps its slot. */
export function putModule(model: ReadModel, module: ListedModule, vector: string): void {
  const slot = model.slots.get(module.id)
  if (slot !== undefined && model.modules[slot]!.listingVersionId === module.listingVersionId) {
    model.modules[slot] = module
  } else {
    dropModule(model, module.id)
    model.slots.set(module.id, model.modules.length)
    addText(model.index, model.modules.length, vector)
    model.modules.push(module)
  }
  changed(model)
}

export function dropModule(model: ReadModel, id: string): void {
  const slot = model.slots.get(id)
  if (slot === undefined) return
  model.modules[slot] = undefined
  model.slots.delete(id)
  changed(model)
}

export function putNames(model: ReadModel, names: FacetNames): void {
  model.names = names
  changed(model)
}

/** Whether more than half of the slots are given up: then it is cheaper to begin anew. */
export const isWorn = ({ modules, slots }: ReadModel): boolean => modules.length > 2 * slots.size + 1_000

/** What is listed on a day. Only the clock moves it on without an event: standings end at midnight. */
export function shelfOn(model: ReadModel, day: Day): Shelf {
  if (model.shelf?.day !== day) {
    model.shelf = shelve(model.modules, day)
    model.found.clear()
  }
  return model.shelf
}

/** What a search finds on the shelf. A search of stop words alone finds nothing, as in the database. */
export function wordsOn(model: ReadModel, shelf: Shelf, q: string, query: TextQuery | undefined): Words {
  const known = model.found.get(q)
  if (known) return known
  const words = query
    ? findWords(model.index, query, shelf.listed)
    : { bits: emptyBits(shelf.modules.length), rank: () => 0 }
  if (model.found.size >= keptSearches) model.found.delete(model.found.keys().next().value!)
  model.found.set(q, words)
  return words
}

/** Every word that a misspelt one may have meant. */
export function knownWordsOf(model: ReadModel): string[] {
  const names = () => [
    ...model.modules.flatMap((module) => module?.knownNames ?? []),
    ...Object.values(model.names.cap ?? {}),
  ]
  model.knownWords ??= [...new Set(names().flatMap((name) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []))]
  return model.knownWords
}

function changed(model: ReadModel): void {
  model.shelf = undefined
  model.knownWords = undefined
  model.revision++
}
