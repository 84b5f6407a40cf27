import 'server-only'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { ModuleFilter } from '../module-filter'
import type { Finder } from '../module-search-store'
import { countBits } from './bits'
import { countOnShelf, pageOnShelf, type Words } from './find-on-shelf'
import { knownWordsOf, type ReadModel, shelfOn, wordsOn } from './read-model'
import { readSearch } from './read-model-store'
import { cardOf, type Shelf } from './shelf'
import { readTextQuery, type TextQuery } from './text-query-rules'

/** The list answered from memory. It asks the database only what a search means, and remembers it. */
export const inMemory = (model: ReadModel): Finder => ({
  async count(filter, today) {
    const [shelf, words] = await prepared(model, filter, today)
    return { ...countOnShelf(shelf, filter, words), words: words ? countBits(words.bits) : 1, names: model.names }
  },
  async list(filter, today) {
    const [shelf, words] = await prepared(model, filter, today)
    return pageOnShelf(shelf, filter, words).map((slot) => cardOf(shelf.modules[slot]!, filter.proven, today))
  },
  knownNames: async () => knownWordsOf(model),
})

/** The shelf is taken after the wait, so that it and the words are of the same moment. */
async function prepared(
  model: ReadModel,
  { q }: Pick<ModuleFilter, 'q'>,
  today: Day,
): Promise<[Shelf, Words | undefined]> {
  const query = q === '' ? undefined : await meaningOf(q)
  const shelf = shelfOn(model, today)
  return [shelf, q === '' ? undefined : wordsOn(model, shelf, q, query)]
}

/** What a search means never changes, so the last thousand are kept. */
const meanings = new Map<string, TextQuery | undefined>()
async function meaningOf(q: string): Promise<TextQuery | undefined> {
  if (meanings.has(q)) return meanings.get(q)
  const query = readTextQuery(await readSearch(db, q))
  if (meanings.size >= 1_000) meanings.delete(meanings.keys().next().value!)
  meanings.set(q, query)
  return query
}
