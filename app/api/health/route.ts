import { checkHealth } from '@/lib/audit/check-health'
import { isCatalogueInMemory } from '@/lib/catalogue/read-model/keep-read-model'
import { now } from '@/lib/platform/clock'

export async function GET() {
  const health = await checkHealth(now())
  const catalogue = isCatalogueInMemory() ? 'in memory' : 'in the database'
  return Response.json(
    { ...health, catalogue },
    { status: health.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  )
}
