import { apiHeaders } from './api-headers'
import { canonicalJson } from './canonical-json'

/**
 * A download for programs: schema version, moment, the question asked, then what was found (CAT-9). RFC 8785 puts the keys in
 * order, so that the same answer to the same question at the same moment is the same file.
 */
export const jsonDownload = (name: string, now: Date, query: unknown, found: Record<string, unknown>): Response =>
  readyDownload(name, now, query, canonicalParts(found))

/** Each member of what was found as RFC 8785 writes it. */
export const canonicalParts = (found: Record<string, unknown>): Map<string, string> =>
  new Map(
    Object.entries(found).flatMap(([key, value]) =>
      value === undefined ? [] : [[key, canonicalJson(value)] as const],
    ),
  )

/** The same of what was written before: only the moment and the question are new. */
export function readyDownload(name: string, now: Date, query: unknown, found: Map<string, string>): Response {
  const head = canonicalParts({ schemaVersion: 1, generatedAt: now.toISOString(), query })
  const members = [...new Map([...found, ...head])].sort(([a], [b]) => (a < b ? -1 : 1))
  const body = `{${members.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`
  return new Response(body, {
    headers: {
      ...apiHeaders(),
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
