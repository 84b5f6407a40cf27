import { verifyChains } from '@/lib/audit/verify-chains'

/** `npm run audit:verify`: 0 and the head hash, or 1 and the first broken event. */
export async function main(): Promise<number> {
  const verdict = await verifyChains()
  if (verdict.ok) {
    console.log(`${verdict.head} (${verdict.events} events in ${verdict.chains} chains)`)
    return 0
  }
  const { chainId, position, because } = verdict.broken
  console.error(`Broken: event ${position} of chain ${chainId}: ${because}`)
  return 1
}
