/** What the search of the portal finds, in the order in which its groups stand. */
export const foundKinds = ['module', 'supplier', 'practice', 'standard', 'contract', 'order', 'switch'] as const
export type FoundKind = (typeof foundKinds)[number]

export const foundTitles: Record<FoundKind, string> = {
  module: 'Modules',
  supplier: 'Suppliers',
  practice: 'Practices',
  standard: 'Standards',
  contract: 'Contracts',
  order: 'Orders',
  switch: 'Switches',
}

export type Found = {
  href: string
  title: string
  /** What tells it from others of its name: a code, an organisation, a state. */
  facts: string[]
  /** Whether its name or its code is just what was typed. */
  exact: boolean
}

export type FoundGroup = {
  kind: FoundKind
  /** How many there are, or at least how many where `orMore`. */
  total: number
  orMore: boolean
  found: Found[]
  /** Where all of them stand. */
  all: string
}

export type SearchAnswer = {
  text: string
  /** False where too little was typed to look for. */
  asked: boolean
  groups: FoundGroup[]
}
