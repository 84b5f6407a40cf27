import { bulkSchemaText } from '@/lib/assurance/register/bulk/bulk-line-schema'

/** What stands in the bulk of the register, as JSON Schema (RG-03). */
export function GET(): Response {
  return new Response(bulkSchemaText(), { headers: { 'content-type': 'application/schema+json; charset=utf-8' } })
}
