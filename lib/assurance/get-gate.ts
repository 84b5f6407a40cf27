import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { loadFacts } from './facts-store'
import { type Gate, permissionToBuy } from './gate-rules'
import { labelOf } from './label-rules'
import { pausedUntil } from './pause-rules'

export type { Gate } from './gate-rules'
/** `pausedUntil`: the last day on which unsigned orders rest after a remediation plan was accepted. */
export type GateView = { gate: Gate; label: string; because: string[]; inputsSha256: string; pausedUntil: Day | null }

/**
 * Whether these capabilities of a module version may be bought on that day (KO-01). Reads the database inside the caller's
 * transaction, never the cache: a suspended module cannot be bought from the moment of commit. The hash of everything the
 * answer rests on stays with the caller's record.
 */
export async function getGate(tx: Tx, moduleVersionId: string, capabilityIds: string[], today: Day): Promise<GateView> {
  const version = await getVersionById(tx, moduleVersionId)
  const loaded = version && (await loadFacts(tx, [version])).get(version.id)
  if (!loaded) {
    const inputsSha256 = sha256Hex(canonicalJson({ moduleVersionId, today, unknown: true }))
    return {
      gate: 'REFUSED',
      label: 'Not assessed',
      because: ['This module version is not known'],
      inputsSha256,
      pausedUntil: null,
    }
  }
  const asked = [...new Set(capabilityIds)].sort()
  const inputsSha256 = sha256Hex(canonicalJson({ facts: loaded.facts, capabilityIds: asked, today }))
  return {
    ...permissionToBuy(loaded.facts, asked, today),
    label: labelOf(loaded.facts, today).words,
    inputsSha256,
    pausedUntil: pausedUntil(loaded.facts, asked, today),
  }
}
