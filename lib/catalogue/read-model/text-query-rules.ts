/** A search as PostgreSQL understood it: words, all, any, none, or words at fixed distances. */
export type TextQuery =
  | { kind: 'word'; lexeme: string }
  | { kind: 'and' | 'or'; left: TextQuery; right: TextQuery }
  | { kind: 'not'; of: TextQuery }
  /** The right one stands exactly `distance` after the end of the left one. */
  | { kind: 'phrase'; distance: number; left: TextQuery; right: TextQuery }

const token = /\s*(?:'((?:[^']|'')*)'|<(-|\d+)>|([&|!()]))/y

/**
 * Reads what the database writes for a `tsquery` of `websearch_to_tsquery`. Undefined: nothing to search for.
 * @throws on a form that web searches never have
 */
export function readTextQuery(text: string): TextQuery | undefined {
  const tokens = tokensOf(text)
  if (tokens.length === 0) return undefined
  let at = 0
  const is = (mark: string) => {
    const next = tokens[at]
    return next !== undefined && 'mark' in next && next.mark === mark
  }
  const whole = any()
  if (at !== tokens.length) throw new Error(`not a search: ${text}`)
  return whole

  function any(): TextQuery {
    let left = all()
    while (is('|')) {
      at++
      left = { kind: 'or', left, right: all() }
    }
    return left
  }
  function all(): TextQuery {
    let left = phrase()
    while (is('&')) {
      at++
      left = { kind: 'and', left, right: phrase() }
    }
    return left
  }
  function phrase(): TextQuery {
    let left = one()
    for (let next = tokens[at]; next && 'distance' in next; next = tokens[at]) {
      at++
      left = { kind: 'phrase', distance: next.distance, left, right: one() }
    }
    return left
  }
  function one(): TextQuery {
    const next = tokens[at++]
    if (next && 'lexeme' in next) return { kind: 'word', lexeme: next.lexeme }
    if (next && 'mark' in next && next.mark === '!') return { kind: 'not', of: one() }
    if (!next || !('mark' in next) || next.mark !== '(') throw new Error(`not a search: ${text}`)
    const inside = any()
    at++
    return inside
  }
}

type Token = { lexeme: string } | { distance: number } | { mark: string }

function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  for (token.lastIndex = 0; token.lastIndex < text.trimEnd().length; ) {
    const found = token.exec(text)
    if (!found) throw new Error(`not a search: ${text}`)
    const [, lexeme, distance, mark] = found
    if (lexeme !== undefined) tokens.push({ lexeme: unquoted(lexeme) })
    else if (distance !== undefined) tokens.push({ distance: distance === '-' ? 1 : Number(distance) })
    else tokens.push({ mark: mark! })
  }
  return tokens
}

/** A lexeme as it is, from between its quotation marks. */
export const unquoted = (lexeme: string): string => lexeme.replace(/''|\\\\/g, (twice) => twice[0]!)

/** The distinct words of a search, in the order of their bytes, as ranking takes them. */
export function lexemesOf(query: TextQuery): string[] {
  const found = new Set<string>()
  const look = (part: TextQuery): void => {
    if (part.kind === 'word') found.add(part.lexeme)
    else if (part.kind === 'not') look(part.of)
    else {
      look(part.left)
      look(part.right)
    }
  }
  look(query)
  return [...found].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
}
