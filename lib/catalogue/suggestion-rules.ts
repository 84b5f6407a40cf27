export const suggestionKinds = ['module', 'supplier', 'alias', 'capability'] as const
export type SuggestionKind = (typeof suggestionKinds)[number]
/** A name that begins as the reader types, and the address it leads to. */
export type Suggestion = { kind: SuggestionKind; text: string; href: string }
export type SuggestedName = { kind: SuggestionKind; name: string; id: string }

export const fewestLetters = 2
export const mostSuggestions = 15
const longest = 100

export const suggestionWords: Record<SuggestionKind, string> = {
  module: 'Module',
  supplier: 'Supplier',
  alias: 'Another name',
  capability: 'Capability',
}

/** What was typed, tidied; undefined where it is too short to suggest anything (CAT-5). */
export function typedSearch(text: string | null): string | undefined {
  const tidy = (text ?? '').trim().replace(/\s+/g, ' ').slice(0, longest).toLowerCase()
  return [...tidy].length < fewestLetters ? undefined : tidy
}

/** The names with a word that begins as typed: those that begin so as a whole first, then by kind, then by name (CAT-5). */
export function suggest(names: SuggestedName[], typed: string): Suggestion[] {
  const found = names.flatMap(({ kind, name, id }) => {
    const place = placeOf(name.toLowerCase(), typed)
    return place === undefined ? [] : [{ kind, text: name, href: hrefOf(kind, id), place }]
  })
  const key = (s: (typeof found)[number]) => [s.place, suggestionKinds.indexOf(s.kind), s.text.toLowerCase()] as const
  const sorted = found.sort((a, b) => {
    const [x, y] = [key(a), key(b)]
    return x[0] - y[0] || x[1] - y[1] || (x[2] < y[2] ? -1 : x[2] > y[2] ? 1 : 0)
  })
  const seen = new Set<string>()
  return sorted
    .filter(({ kind, text, href }) => !seen.has(kind + text + href) && seen.add(kind + text + href))
    .slice(0, mostSuggestions)
    .map(({ kind, text, href }) => ({ kind, text, href }))
}

/** 0: the name begins as typed; 1: a later word of it does; undefined: none. */
function placeOf(name: string, typed: string): 0 | 1 | undefined {
  if (name.startsWith(typed)) return 0
  for (let at = name.indexOf(typed); at > 0; at = name.indexOf(typed, at + 1))
    if (!/[\p{L}\p{N}]/u.test(name[at - 1]!)) return 1
  return undefined
}

function hrefOf(kind: SuggestionKind, id: string): string {
  if (kind === 'supplier') return `/modules?supplier=${encodeURIComponent(id)}`
  if (kind === 'capability') return `/modules?cap=${encodeURIComponent(id)}`
  return `/modules/${id}`
}
