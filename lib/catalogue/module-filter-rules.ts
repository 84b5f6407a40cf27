import { emptyFilter, type FacetName, facetNames, type ModuleFilter, type Sort, sizes, sorts } from './module-filter'

export type AddressParameters = Record<string, string | string[] | undefined>
const longestSearch = 200
const mostPatients = 1_000_000
const facetValue = /^[A-Za-z0-9][A-Za-z0-9.@-]{0,60}$/
const others = ['q', 'proven', 'historic', 'n', 'sort', 'page', 'size', 'all']

/** Reads an address. What is unknown or out of range is left out and named in `ignored`, so that the page can say so (CAT-7). */
export function parseFilter(parameters: AddressParameters): { filter: ModuleFilter; ignored: string[] } {
  const ignored = Object.keys(parameters).filter(
    (name) => !others.includes(name) && !(facetNames as readonly string[]).includes(name),
  )
  const one = (name: string) => [parameters[name]].flat()[0]?.trim() ?? ''
  const facet = (name: FacetName) => {
    const typed = [parameters[name]]
      .flat()
      .flatMap((v) => (v ?? '').split(','))
      .filter((v) => v !== '')
    if (typed.some((v) => !facetValue.test(v))) ignored.push(name)
    return distinct(typed.filter((v) => facetValue.test(v)))
  }
  const checked = <T>(name: string, read: (text: string) => T | undefined, otherwise: T): T => {
    const text = one(name)
    if (text === '') return otherwise
    const value = read(text)
    if (value === undefined) ignored.push(name)
    return value ?? otherwise
  }
  const all = [parameters.all].flat().flatMap((v) => (v ?? '').split(',').filter((name) => name !== ''))
  const allKnown = facetNames.filter((name) => all.includes(name))
  if (allKnown.length < new Set(all).size) ignored.push('all')
  const q = one('q').replace(/\s+/g, ' ')
  if (q.length > longestSearch) ignored.push('q')
  const facets = Object.fromEntries(facetNames.map((name) => [name, facet(name)])) as Record<FacetName, string[]>
  const filter: ModuleFilter = {
    ...facets,
    q: q.slice(0, longestSearch).trim(),
    proven: checked('proven', (t) => (t === '1' ? true : undefined), false),
    historic: checked('historic', (t) => (t === '1' ? true : undefined), false),
    n: checked<number | null>('n', (t) => wholeBetween(t.replaceAll(',', ''), 1, mostPatients), null),
    sort: checked<Sort | null>('sort', (t) => sorts.find((s) => s === t), null),
    page: checked('page', (t) => wholeBetween(t, 1, 100_000), 1),
    size: checked('size', (t) => sizes.find((s) => String(s) === t), 30),
    all: allKnown,
  }
  return { filter, ignored: distinct(ignored) }
}

/** The same of a whole address, for what has no page. */
export function parseAddress(url: string): { filter: ModuleFilter; ignored: string[] } {
  const parts = new URL(url).searchParams
  return parseFilter(Object.fromEntries([...new Set(parts.keys())].map((name) => [name, parts.getAll(name)])))
}

/** The filter as the query part of an address, in fixed order, leaving out whatever is as usual. */
export function serialiseFilter(filter: ModuleFilter): string {
  const parts = new URLSearchParams()
  if (filter.q) parts.set('q', filter.q)
  for (const name of facetNames) if (filter[name].length > 0) parts.set(name, distinct(filter[name]).join(','))
  if (filter.proven) parts.set('proven', '1')
  if (filter.historic) parts.set('historic', '1')
  if (filter.n !== null) parts.set('n', String(filter.n))
  if (filter.sort) parts.set('sort', filter.sort)
  if (filter.page !== 1) parts.set('page', String(filter.page))
  if (filter.size !== emptyFilter.size) parts.set('size', String(filter.size))
  if (filter.all.length > 0) parts.set('all', facetNames.filter((name) => filter.all.includes(name)).join(','))
  return parts.toString().replaceAll('%2C', ',').replaceAll('%40', '@')
}

/** The address of the list in that state: its page, or a download of it. */
export function modulesAddress(filter: ModuleFilter, page = '/modules'): string {
  const query = serialiseFilter(filter)
  return query === '' ? page : `${page}?${query}`
}

/** The same search with one more value chosen, from its first page. */
export function withValue(filter: ModuleFilter, name: FacetName, value: string): ModuleFilter {
  return { ...filter, [name]: distinct([...filter[name], value]), page: 1 }
}

/** The same search with one value less, from its first page. */
export function withoutValue(filter: ModuleFilter, name: FacetName, value: string): ModuleFilter {
  return { ...filter, [name]: filter[name].filter((v) => v !== value), page: 1 }
}

/** Byte order, so that an address never depends on a language setting. */
const distinct = (values: string[]) => [...new Set(values)].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))

function wholeBetween(text: string, least: number, most: number): number | undefined {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  return value >= least && value <= most ? value : undefined
}

/** A list size from an address; null where it is none. */
export const patientsOf = (text: string | string[] | undefined): number | null => parseFilter({ n: text }).filter.n
