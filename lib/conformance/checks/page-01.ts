import type { CheckContext } from '../run/check'
import { defineCheck } from '../run/define-check'
import { must, notExercised } from '../run/finding'
import { keyOf, type Resource } from './parts/json'
import { patientIdOf } from './parts/references'
import { type Page, searchPage, walk } from './parts/search'
import { type DeclaredType, readStatement, typesWith } from './parts/statement'

/** How many types are paged through with a filter as well, those with the most items first. */
const mostFiltered = 2
/** Of a longer list, so many pages are followed: a run may send 500 requests in all. */
const mostPages = 4
const longWords = `; of lists longer than ${mostPages} pages, ${mostPages} were followed`

export const page01 = defineCheck({
  id: 'PAGE-01',
  title: 'Pages give each item once, and end',
  requirement: 'FHIR http',
  strength: 'PARTIAL',
  writes: false,
  explanation:
    'Each declared type is searched in wide pages and again in narrow ones, and some for one patient alone. Following next gives each item once, ' +
    'of that type alone, the same items however wide the pages; Bundle.total stands on each page and is their number; it ends; each page has a ' +
    'self link; every link lies under the base, and nothing is sent to one that does not. [FHIR R4, RESTful API: paging; search: Bundle.total, ' +
    'self link]',
  examine: async (context) => {
    const statement = await readStatement(context)
    const types = typesWith(statement, 'search-type')
    let [paged, long] = [0, 0]
    const gathered: { declared: DeclaredType; items: Resource[] }[] = []
    for (const declared of types) {
      const wide = await gather(context, declared.type, `${declared.type}?_count=100`, mostPages)
      if (!wide.finished) long++
      if (wide.pages > 1) paged++
      if (!wide.finished || wide.pages > 1 || wide.items.length < 2) continue
      const width = Math.ceil(wide.items.length / (wide.items.length >= 8 || declared.type === 'Patient' ? 3 : 2))
      const narrow = await gather(context, declared.type, `${declared.type}?_count=${width}`)
      mustBeSame(wide.items, narrow.items, `pages of ${declared.type}`)
      if (narrow.pages > 1) paged++
      gathered.push({ declared, items: wide.items })
    }
    const most = gathered
      .filter(({ declared }) => filterOf(declared) !== undefined)
      .sort((one, other) => other.items.length - one.items.length)
    for (const { declared, items } of most.slice(0, mostFiltered)) await pageOnePatient(context, declared, items)
    if (paged === 0) throw notExercised('NO_DATA', 'No search has more than one page')
    return `Pages give each item once, total is their number, and they end under the base${statement.scope}${long > 0 ? longWords : ''}`
  },
})

async function gather(context: CheckContext, type: string, to: string, most = 2 * mostPages) {
  const what = `pages of ${type}`
  const first = await searchPage(context, to, what)
  mustBeSound(context, first, type, what)
  const { pages, items, finished } = await walk(context, first, what, most)
  for (const page of pages) mustBeSound(context, page, type, what)
  const keys = items.map(keyOf)
  must(!keys.includes(undefined), 'WRONG_SHAPE', `${what}: an item has no id`)
  must(new Set(keys).size === keys.length, 'ITEM_TWICE', `${what}: expected each item once, got one twice`)
  const [{ total: told } = first] = pages
  must(told === undefined || items.length <= told, 'TOTAL_DIFFERS', `${what}: more items came than Bundle.total says`)
  if (finished)
    for (const { total } of pages) {
      must(total !== undefined, 'TOTAL_MISSING', `${what}: expected Bundle.total, got none`)
      must(total === items.length, 'TOTAL_DIFFERS', `${what}: Bundle.total is not the number of the items`)
    }
  return { items, pages: pages.length, finished }
}

function mustBeSound({ client }: CheckContext, page: Page, type: string, what: string): void {
  must(
    page.matches.every(({ resourceType }) => resourceType === type) &&
      page.others.every(({ resourceType }) => resourceType === 'OperationOutcome'),
    'WRONG_TYPE',
    `${what}: expected items of the type ${type} alone`,
  )
  must(page.links.has('self'), 'NO_SELF_LINK', `${what}: expected a self link, got none`)
  for (const [relation, url] of page.links)
    must(
      client.under(url) !== undefined,
      'OUTSIDE_BASE',
      `${what}: ${/^[a-z-]{1,20}$/.test(relation) ? relation : 'a link'} leads outside the base; nothing was sent there`,
    )
}

/** A next link that forgets the search would bring other people's items. */
async function pageOnePatient(context: CheckContext, declared: DeclaredType, items: Resource[]): Promise<void> {
  const patient = items.map((item) => patientIdOf(item)).find((id) => id !== undefined)
  if (patient === undefined) return
  const expected = items.filter((item) => patientIdOf(item) === patient)
  const width = Math.max(1, Math.ceil(expected.length / 2))
  const to = `${declared.type}?${filterOf(declared)}=${encodeURIComponent(`Patient/${patient}`)}&_count=${width}`
  const found = await gather(context, declared.type, to)
  if (found.finished) mustBeSame(expected, found.items, `pages of ${declared.type} of one patient`)
}
const filterOf = ({ searchParameters }: DeclaredType): string | undefined =>
  ['patient', 'subject'].find((name) => searchParameters.includes(name))

function mustBeSame(expected: Resource[], found: Resource[], what: string): void {
  const [some, others] = [new Set(expected.map(keyOf)), new Set(found.map(keyOf))]
  must(
    some.size === others.size && [...some].every((key) => others.has(key)),
    'ITEM_MISSING',
    `${what}: expected the same items however wide the pages are, got others`,
  )
}
