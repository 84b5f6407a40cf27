import { phaseName, type RunKind } from './switch'
import type { ManifestFact, RunFact, SwitchFacts } from './switch-facts'

/** The manifest that stands for a side of a load at present. */
export function manifestOf(
  facts: Pick<SwitchFacts, 'manifests'>,
  phase: string,
  side: 'source' | 'target',
): ManifestFact | undefined {
  return facts.manifests.find((m) => m.phase === phase && m.side === side)
}

/**
 * SW-05: runs of the present load whose two manifest hashes are the current ones and whose key still counts; of each
 * organisation that signs the latest only.
 */
export function currentRuns(facts: Pick<SwitchFacts, 'manifests' | 'runs' | 'phase'>, kind: RunKind): RunFact[] {
  const phase = phaseName(kind, facts.phase)
  const [source, target] = [manifestOf(facts, phase, 'source'), manifestOf(facts, phase, 'target')]
  if (!source || !target) return []
  const latest = new Map<string, RunFact>()
  for (const run of facts.runs) {
    if (run.kind !== kind || run.phase !== phase || run.keyRevoked) continue
    if (run.sourceManifest !== source.sha256 || run.targetManifest !== target.sha256) continue
    const known = latest.get(run.organisationId)
    if (!known || known.takenInAt <= run.takenInAt) latest.set(run.organisationId, run)
  }
  return [...latest.values()]
}

/** C26: two organisations ran it over the same data and have the same root. */
export const isReproduced = (runs: RunFact[]): boolean => runs.length > 1 && new Set(runs.map((r) => r.root)).size === 1
