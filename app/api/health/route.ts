import { checkHealth } from '@/lib/audit/check-health'
import { now } from '@/lib/platform/clock'

export async function GET() {
  const health = await checkHealth(now())
  return Response.json(health, { status: health.status === 'ok' ? 200 : 503, headers: { 'cache-control': 'no-store' } })
}
