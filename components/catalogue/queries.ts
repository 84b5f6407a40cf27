import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { HistoricExample } from '@/lib/catalogue/historic/historic-example'
import type { ModulesFound } from '@/lib/catalogue/module-view'
import { type PriceJson, priceFromJson } from '@/lib/catalogue/prices/price'

/** The whole state of the list page for one address. */
export type Shown = { found: ModulesFound; historic: HistoricExample[]; ignored: string[] }
type Card = ModulesFound['cards'][number]
type ShownJson = Omit<Shown, 'found'> & {
  found: Omit<ModulesFound, 'cards'> & { cards: (Omit<Card, 'price'> & { price: PriceJson | null })[] }
}

/** The list behind the query part of an address. What is in the browser's memory is asked for again and mostly answered "the same". */
export const modulesShown = (query: string) =>
  queryOptions({
    queryKey: ['modules', query],
    queryFn: async ({ signal }): Promise<Shown> => {
      const answer = await fetch(`/api/modules/search${query}`, { signal, cache: 'no-cache' })
      if (!answer.ok) throw new Error(`the list answered ${answer.status}`)
      return fromJson(await answer.json())
    },
    placeholderData: keepPreviousData,
    retry: 1,
  })

/** JSON has no integers of any length: a price's come as text. */
function fromJson({ found, ...rest }: ShownJson): Shown {
  const cards = found.cards.map((card) => ({ ...card, price: card.price && priceFromJson(card.price) }))
  return { ...rest, found: { ...found, cards } }
}
