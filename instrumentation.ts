import type { Instrumentation } from 'next'

/** Once, when a web server starts: it keeps the published catalogue in memory. Building the pages serves nobody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { keepReadModel } = await import('@/lib/catalogue/read-model/keep-read-model')
  keepReadModel()
}

/**
 * Every request that failed by our fault: one line of the log with its address, without what stands behind the question mark,
 * because that may be somebody's token.
 */
export const onRequestError: Instrumentation.onRequestError = async (
  err,
  { path, method },
  { routePath, routeType },
) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { logger } = await import('@/lib/platform/logger')
  logger.error({ err, path: path.split('?')[0], method, route: routePath, kind: routeType }, 'a request failed')
}
