import 'server-only'
import type { BulkFormat } from './bulk-store'
import { streamBulk } from './read-bulk'

const types = { json: 'application/json; charset=utf-8', csv: 'text/csv; charset=utf-8' }

/** The answer of an address that gives a bulk file; 404 before the first night. Its hash is its ETag. */
export async function bulkAnswer(request: Request, format: BulkFormat): Promise<Response> {
  const bulk = await streamBulk(format)
  if (!bulk) return Response.json({ title: 'Not made yet', status: 404 }, { status: 404 })
  const etag = `"${format === 'json' ? bulk.checkpoint.jsonSha256 : bulk.checkpoint.csvSha256}"`
  const headers = { etag, 'cache-control': 'public, max-age=300' }
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers })
  const name = `register-${bulk.checkpoint.asOf}.${format}`
  return new Response(bulk.body, {
    headers: { ...headers, 'content-type': types[format], 'content-disposition': `attachment; filename="${name}"` },
  })
}
