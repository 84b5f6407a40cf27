/** A page of a public list: what comes after a cursor, and the cursor of the next page. */
export type Page<T> = { data: T[]; next: string | null }

export const defaultLimit = 50
export const mostLimit = 100

/** A cursor is the last key seen, in base64url. Undefined: not one of ours. */
export function readCursor(cursor: string): string | undefined {
  if (!/^[A-Za-z0-9_-]{1,200}$/.test(cursor)) return undefined
  const key = Buffer.from(cursor, 'base64url').toString('utf8')
  return writeCursor(key) === cursor && key !== '' ? key : undefined
}

export const writeCursor = (key: string): string => Buffer.from(key, 'utf8').toString('base64url')

/** What a list's address may ask: `cursor` and `limit` (1 to 100). @returns the words of what is wrong instead. */
export function readPaging(parameters: URLSearchParams): { after: string; limit: number } | { wrong: string } {
  const [cursor, limit] = [parameters.get('cursor'), parameters.get('limit') ?? String(defaultLimit)]
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > mostLimit)
    return { wrong: `limit must be a whole number from 1 to ${mostLimit}` }
  const after = cursor === null ? '' : readCursor(cursor)
  if (after === undefined) return { wrong: 'cursor is not one that this list gave' }
  return { after, limit: Number(limit) }
}

/** The page of a list in the order of its keys. */
export function pageOf<T>(rows: T[], keyOf: (row: T) => string, after: string, limit: number): Page<T> {
  const rest = rows.filter((row) => keyOf(row) > after).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  const data = rest.slice(0, limit)
  return { data, next: rest.length > limit ? writeCursor(keyOf(data.at(-1)!)) : null }
}
