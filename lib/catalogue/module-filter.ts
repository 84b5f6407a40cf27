/** The whole state of the catalogue's list page (CAT-7). Every list is sorted and holds each value once. */
export const facetNames = ['cap', 'epic', 'int', 'fw', 'lot', 'app', 'host', 'standing', 'supplier', 'kind'] as const
export type FacetName = (typeof facetNames)[number]
/** Inside these, every chosen value must hold; inside the others, one of them. */
export const allOfFacets: FacetName[] = ['cap', 'epic', 'int']

export const sorts = ['relevance', 'name', 'name-down', 'newest', 'price'] as const
export type Sort = (typeof sorts)[number]
export const sizes = [30, 100] as const

export type ModuleFilter = Record<FacetName, string[]> & {
  q: string
  /** Only capabilities that were assessed as met (CAT-2). */
  proven: boolean
  /** Show examples of former years beside what is on offer (IMP-13). It changes nothing that is found. */
  historic: boolean
  /** List size for the yearly price; null: not given. */
  n: number | null
  sort: Sort | null
  page: number
  size: (typeof sizes)[number]
  /** Facets of which every value is shown, not only the commonest. It changes nothing that is found. */
  all: FacetName[]
}

export const emptyFilter: ModuleFilter = {
  q: '',
  cap: [],
  epic: [],
  int: [],
  fw: [],
  lot: [],
  app: [],
  host: [],
  standing: [],
  supplier: [],
  kind: [],
  proven: false,
  historic: false,
  n: null,
  sort: null,
  page: 1,
  size: 30,
  all: [],
}

/** What the list is sorted by where nobody chose, or where the choice lacks its search or its list size. */
export function sortOf(filter: Pick<ModuleFilter, 'q' | 'sort' | 'n'>): Sort {
  const usual = filter.q === '' ? 'name' : 'relevance'
  if (filter.sort === 'price' && filter.n === null) return usual
  return filter.sort === null || filter.sort === 'relevance' ? usual : filter.sort
}
