import { getBulkCheckpoint } from '@/lib/assurance/register/bulk/read-bulk'
import { canonicalJson } from '@/lib/platform/canonical-json'

/** Day, counts and hashes of the newest bulk (RG-03). */
export async function GET(): Promise<Response> {
  const checkpoint = await getBulkCheckpoint()
  if (!checkpoint) return Response.json({ title: 'Not made yet', status: 404 }, { status: 404 })
  return new Response(canonicalJson(checkpoint), { headers: { 'content-type': 'application/json; charset=utf-8' } })
}
