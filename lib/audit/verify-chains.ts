import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { db } from '@/lib/platform/db'
import { type Break, firstBreak } from '@/lib/platform/event-chain'
import { findChain, findChainHeads, findHeadless } from './audit-store'

export type Verdict = { ok: true; chains: number; events: number; head: string } | { ok: false; broken: Break }

/**
 * Walks every chain of events. Unbroken: one hash over all the heads, which somebody can write down and compare later.
 * Broken: the first event that does not fit, and why. (U2)
 */
export async function verifyChains(): Promise<Verdict> {
  const [headless] = await findHeadless(db)
  if (headless)
    return { ok: false, broken: { chainId: headless.chainId, position: 0, because: 'the chain has lost its head' } }
  const heads = await findChainHeads(db)
  let events = 0
  for (const head of heads) {
    const chain = await findChain(db, head.id)
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
