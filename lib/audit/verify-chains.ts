import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Tx } from '@/lib/platform/db'
import { type Break, firstBreak } from '@/lib/platform/event-chain'
import { readOneInstant } from '@/lib/platform/one-instant'
import { transaction } from '@/lib/platform/transaction'
import { findChain, findChainHeads, findHeadless } from './audit-store'

export type Verdict = { ok: true; chains: number; events: number; head: string } | { ok: false; broken: Break }

/** A year of events of a whole country, read one chain after the other. */
const mostSeconds = 3_600

/**
 * Walks every chain of events. Unbroken: one hash over all the heads, which somebody can write down and compare later.
 * Broken: the first event that does not fit, and why. (U2) All of it is read as of one instant, because heads move on while
 * the portal runs, and what was written a moment ago must not look like a forgery.
 */
export const verifyChains = (): Promise<Verdict> =>
  transaction(
    async (tx): Promise<Verdict> => {
      await readOneInstant(tx)
      return verify(tx)
    },
    3,
    mostSeconds,
  )

async function verify(tx: Tx): Promise<Verdict> {
  const [headless] = await findHeadless(tx)
  if (headless)
    return { ok: false, broken: { chainId: headless.chainId, position: 0, because: 'the chain has lost its head' } }
  const heads = await findChainHeads(tx)
  let events = 0
  for (const head of heads) {
    const chain = await findChain(tx, head.id)
    const broken = firstBreak(chain, head)
    if (broken) return { ok: false, broken: { ...broken, chainId: head.id } }
    events += chain.length
  }
  return {
    ok: true,
    chains: heads.length,
    events,
    head: sha256Hex(heads.map((h) => `${h.id} ${h.position} ${h.hash}\n`).join('')),
  }
}
