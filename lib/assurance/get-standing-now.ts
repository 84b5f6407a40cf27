import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { factsKnownOn } from './facts-known-on'
import { decisionInForce, labelOf } from './label-rules'
import { loadFactsOf } from './load-facts-of'

/** What the register says of a module version today, as far as those who use it must act (assurance §9). From the facts, never the cache. */
export async function getStandingNow(tx: Tx, moduleVersionId: string, today: Day) {
  const loaded = await loadFactsOf(tx, moduleVersionId)
  const facts = loaded && factsKnownOn(loaded.facts, today)
  const inForce = facts && decisionInForce(facts, today)?.kind
  const remediation = facts !== undefined && labelOf(facts, today).kind === 'remediation'
  return { removed: inForce === 'REMOVE', suspended: inForce === 'SUSPEND', remediation }
}

/** The capabilities that a module version claims today; none where it is not known. */
export async function getClaimedCapabilities(tx: Tx, moduleVersionId: string, today: Day): Promise<string[]> {
  const loaded = await loadFactsOf(tx, moduleVersionId)
  return loaded ? factsKnownOn(loaded.facts, today).capabilityIds : []
}
