import { canonicalJson } from './canonical-json'

/**
 * A download for programs: schema version, moment, the question asked, then what was found (CAT-9). RFC 8785 puts the keys in
 * order, so that the same answer to the same question at the same moment is the same file.
 */
export function jsonDownload(name: string, now: Date, query: unknown, found: Record<string, unknown>): Response {
  const body = canonicalJson({ ...found, schemaVersion: 1, generatedAt: now.toISOString(), query })
  return new Response(body, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      'content-disposition': `attachment; filename="${name}"`,
    },
  })
}
