/** Once, when a web server starts: it keeps the published catalogue in memory. Building the pages serves nobody. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NEXT_PHASE === 'phase-production-build') return
  const { keepReadModel } = await import('@/lib/catalogue/read-model/keep-read-model')
  keepReadModel()
}
