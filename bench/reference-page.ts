import { shownValues } from '@/lib/catalogue/facet-rules'
import { type PriceJson, priceFromJson } from '@/lib/catalogue/prices/price'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { groupBy } from '@/lib/platform/group-by'

/** Of these the portal's page shows the commonest values only. */
const longFacets = ['supplier', 'int', 'fw']

export type FacetValue = { id: number; facet: string; value: string; label: string }
type Card = {
  id: string
  name: string
  version: string
  brand: string
  standing: string
  because: string | null
  off_sale: boolean
  summary: string
  price: PriceJson
}
export type ListRow = {
  total: number
  counts: { id: number; inside: boolean; count: number }[] | null
  page: Card[] | null
}

/** The list as plain HTML: the fields of the portal's page, and nothing else. */
export function listPage(q: string, row: ListRow, values: FacetValue[], chosen: number[]): string {
  const facets = groupBy(countsOf(row, values, chosen), ({ facet }) => facet)
  const boxes = [...facets].map(([facet, all]) => {
    const ticked = all.map((v) => ({ ...v, chosen: chosen.includes(v.id) }))
    const own = shownValues(ticked, !longFacets.includes(facet)).shown
    return `<fieldset><legend>${facet}</legend>${own.map((v) => box(v, chosen)).join('')}</fieldset>`
  })
  const cards = (row.page ?? []).map(card).join('')
  return `<!doctype html><html lang="en-GB"><title>Modules</title><h1>Find a module</h1><form action="/modules">
<label for="q">Search</label><input id="q" name="q" value="${safe(q)}">${boxes.join('')}<button>Show modules</button></form>
<h2 id="results">${row.total} modules</h2><form action="/compare"><ul>${cards}</ul><button>Compare the chosen modules</button></form></html>`
}

/** The same for programs, every value with its count. */
export function listJson(row: ListRow, values: FacetValue[], chosen: number[]): string {
  const facets = countsOf(row, values, chosen).map(({ facet, value, label, count }) => ({ facet, value, label, count }))
  return JSON.stringify({ total: row.total, facets, cards: row.page ?? [] })
}

type Counted = FacetValue & { count: number }

/** Each value with the number of results after choosing it too: hosting widens, the others narrow. */
function countsOf(row: ListRow, values: FacetValue[], chosen: number[]): Counted[] {
  const [inside, beyond] = [new Map<number, number>(), new Map<number, number>()]
  for (const { id, inside: isIn, count } of row.counts ?? []) (isIn ? inside : beyond).set(id, count)
  const widens = chosen.some((id) => values.some((v) => v.id === id && v.facet === 'host'))
  return values
    .flatMap((value) => {
      if (chosen.includes(value.id)) return [{ ...value, count: row.total }]
      const isWidening = widens && value.facet === 'host'
      const [a, b] = [inside.get(value.id), isWidening ? beyond.get(value.id) : undefined]
      if (a === undefined && b === undefined) return []
      return [{ ...value, count: isWidening ? row.total + (b ?? 0) : a! }]
    })
    .sort((a, b) => (a.label < b.label ? -1 : 1))
}

function box({ facet, value, label, count, id }: Counted, chosen: number[]): string {
  const key = `${facet}-${value}`
  return `<input type="checkbox" id="${key}" name="${facet}" value="${value}"${chosen.includes(id) ? ' checked' : ''}><label for="${key}">${safe(label)} (${count})</label>`
}

function card(m: Card): string {
  const words = priceWords(priceFromJson(m.price))
  const price = `${words[0]}${words.length > 1 ? ', by tiers' : ''}, excluding VAT`
  return `<li><h3><a href="/modules/${m.id}">${safe(m.name)}</a></h3><p>${safe(m.brand)}, version ${m.version}</p>
<p><strong>${safe(m.standing)}</strong> <strong>Demonstration</strong></p><p>${safe(m.off_sale ? (m.because ?? '') : m.summary)}</p>${m.off_sale ? '' : `<p>${price}</p>`}
<input type="checkbox" id="m-${m.id}" name="m" value="${m.id}"><label for="m-${m.id}">Compare ${safe(m.name)}</label></li>`
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#x27;' }
const safe = (text: string) => text.replace(/[&<>"']/g, (sign) => signs[sign]!)
