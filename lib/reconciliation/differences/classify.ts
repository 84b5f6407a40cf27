import type { Comparison, Unpaired } from '../compare/comparison'
import type { Difference } from './finding'

/** The unpaired of one patient and type that may be altered copies of each other. */
export type Group = { sources: Unpaired[]; targets: Unpaired[] }
export type Classified = { settled: Difference[]; groups: Group[] }

/**
 * §7.5 as far as fingerprints decide it, each resource once and in this order: the patient's key is on one side only; equal
 * content under another key; a target surplus of what the source has. What remains is grouped by patient and type: the
 * records themselves must be read to tell altered ones from missing and added ones.
 */
export function classify({ source, target, unpaired }: Comparison): Classified {
  const settled: Difference[] = []
  const sources = unpaired.source.filter((resource) => {
    const gone = resource.patient !== null && !target.patients.has(resource.patient)
    if (gone) settled.push({ class: 'patient-missing', source: resource })
    return !gone
  })
  const targets = unpaired.target.filter((resource) => {
    const isNew = resource.patient !== null && !source.patients.has(resource.patient)
    if (isNew) settled.push({ class: 'patient-added', target: resource })
    return !isNew
  })
  const moved = takeMoved(sources, targets)
  settled.push(...moved.pairs)
  const rest: Unpaired[] = []
  for (const resource of moved.targets)
    if (resource.hasEqual) settled.push({ class: 'duplicate', target: resource })
    else rest.push(resource)
  return { settled, groups: groupsOf(moved.sources, rest) }
}

/** Pairs of equal L0 and type whose patients differ, first come first served, and what they leave. */
function takeMoved(sources: Unpaired[], targets: Unpaired[]) {
  const waiting = new Map<string, Unpaired[]>()
  for (const resource of targets) push(waiting, `${resource.type} ${resource.l0}`, resource)
  const taken = new Set<Unpaired>()
  const pairs: Difference[] = []
  const left = sources.filter((resource) => {
    const alike = waiting.get(`${resource.type} ${resource.l0}`)
    const at = alike?.findIndex((other) => other.patient !== resource.patient) ?? -1
    if (!alike || at < 0) return true
    const [other] = alike.splice(at, 1)
    taken.add(other!)
    pairs.push({ class: 'wrong-patient', source: resource, target: other })
    return false
  })
  return { pairs, sources: left, targets: targets.filter((resource) => !taken.has(resource)) }
}

function groupsOf(sources: Unpaired[], targets: Unpaired[]): Group[] {
  const groups = new Map<string, Group>()
  const at = ({ patient, type }: Unpaired): Group => {
    const key = `${patient} ${type}`
    const group = groups.get(key) ?? { sources: [], targets: [] }
    groups.set(key, group)
    return group
  }
  for (const resource of sources) at(resource).sources.push(resource)
  for (const resource of targets) at(resource).targets.push(resource)
  return [...groups.values()]
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}
