import type { Comparison, Rereading, Resource } from '../compare/comparison'
import { isNumber } from '../json/json'
import type { LoadedProfile } from '../sameness/load-profile'
import { changesBetween } from './changed-paths'
import { type Classified, classify, type Group } from './classify'
import { hasEqualValue } from './decimal'
import type { Change, Difference, Finding } from './finding'
import { LeafNumbers } from './leaf-counts'
import { leavesOf, referencesIn } from './leaves'
import { type Leafed, pairAltered } from './pair-altered'
import { mostHeld, type RecordOf, RecordReader } from './record-reader'
import { SameThings } from './same-things'

export type Found = {
  /** All of them, by class; a pair whose figures are only written otherwise is still `altered` here. */
  differences: Difference[]
  /** The same, one after the other, with the two records and the changed paths. */
  findings: AsyncGenerator<Finding>
}

/**
 * Every difference of a comparison by its class (§7.5). Pairs that are equal only by a declared rule come too, with their
 * rules. Memory holds a batch of records, never all.
 */
export async function findDifferences(
  comparison: Comparison,
  rereading: Rereading,
  loaded: LoadedProfile,
): Promise<Found> {
  const reader = new RecordReader(rereading, loaded, 'ruled')
  const things = new SameThings(rereading)
  const differences = await named(classify(comparison), reader, rereading)
  for (const difference of differences) things.add(difference)
  for (const { source, target, neighbour } of comparison.links)
    differences.push({ class: 'link', source, target, neighbour })
  const explained = comparison.explained.map((pair): Difference => ({ class: 'altered', ...pair }))
  const plain = new RecordReader(rereading, loaded, 'unruled')
  async function* findings() {
    yield* findingsOf(differences, reader, things)
    yield* findingsOf(explained, plain, things)
  }
  return { differences: [...differences, ...explained], findings: findings() }
}

async function* findingsOf(differences: Difference[], reader: RecordReader, things: SameThings) {
  for (const batch of batches(differences, resourcesOf)) {
    const record = await reader.read(batch.flatMap(resourcesOf))
    for (const difference of batch) yield found(difference, record, things)
  }
}

/** All differences that pair nothing with a link or a rule: the settled ones, and of each group the altered, missing, added. */
async function named({ settled, groups }: Classified, reader: RecordReader, rereading: Rereading) {
  const differences = [...settled]
  const both = groups.filter(({ sources, targets }) => sources.length > 0 && targets.length > 0)
  for (const batch of batches(both, membersOf)) {
    const record = await reader.read(batch.flatMap(membersOf))
    for (const group of batch) differences.push(...altered(group, record, rereading))
  }
  for (const { sources, targets } of groups) {
    if (sources.length > 0 && targets.length > 0) continue
    for (const source of sources) differences.push({ class: 'missing', source })
    for (const target of targets) differences.push({ class: 'added', target })
  }
  return differences
}

function altered(group: Group, record: RecordOf, rereading: Rereading): Difference[] {
  const [leaves, leads] = [new LeafNumbers(), new LeafNumbers()]
  const leafed = (resource: Resource): Leafed => {
    const tree = record(resource).record
    const led = referencesIn(tree).flatMap((text) => rereading.targetOf(resource.side, text, resource) ?? [])
    return { resource, leaves: leaves.of(leavesOf(tree)), leads: leads.of(led) }
  }
  const pairs = pairAltered(group.sources.map(leafed), group.targets.map(leafed))
  const paired = new Set(pairs.flatMap(([a, b]) => [a.resource, b.resource]))
  return [
    ...pairs.map(([a, b]): Difference => ({ class: 'altered', source: a.resource, target: b.resource })),
    ...group.sources.filter((r) => !paired.has(r)).map((source): Difference => ({ class: 'missing', source })),
    ...group.targets.filter((r) => !paired.has(r)).map((target): Difference => ({ class: 'added', target })),
  ]
}

function found(difference: Difference, record: RecordOf, things: SameThings): Finding {
  const { source, target } = difference
  const [old, young] = [source && record(source), target && record(target)]
  const [before, after] = [old?.record, young?.record]
  const changes = source && target && before && after ? changesBetween(before, after, things.of(source, target)) : []
  const isPrecision = difference.class === 'altered' && changes.length > 0 && changes.every(isLiteralOnly)
  return {
    ...difference,
    ...(isPrecision && { class: 'precision' as const }),
    before,
    after,
    changes,
    sourceId: old?.id,
    targetId: young?.id,
  }
}

/** A number written in another way: 7.10 for 7.1. */
export const isLiteralOnly = ({ before, after }: Change): boolean =>
  isNumber(before) && isNumber(after) && hasEqualValue(before.text, after.text)

const resourcesOf = ({ source, target }: Difference): Resource[] => [source, target].filter((r) => r !== undefined)
const membersOf = ({ sources, targets }: Group): Resource[] => [...sources, ...targets]

/** Consecutive items whose resources fit into memory together; a single item may be larger. */
function* batches<Item>(items: readonly Item[], of: (item: Item) => Resource[]): Generator<Item[]> {
  let batch: Item[] = []
  let size = 0
  for (const item of items) {
    const more = of(item).length
    if (batch.length > 0 && size + more > mostHeld) {
      yield batch
      batch = []
      size = 0
    }
    batch.push(item)
    size += more
  }
  if (batch.length > 0) yield batch
}
