import type { Day } from '@/lib/platform/days'
import { groupBy } from '@/lib/platform/group-by'
import type { TableWrite } from '@/lib/platform/imports/table-write'
import { stableId } from '@/lib/platform/stable-id'

/** A version of a standard as one of the two files states it. */
export type StatedVersion = {
  standardId: string
  version: string
  /** Effective, Published, Deprecated, Retired: as the source says. */
  state: string
  day: Day | null
}

/** `2.0.10` after `2.0.9`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]]
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Whether the standard is retired: its highest stated version decides (later files win, IM-01). */
export function isRetired(versions: StatedVersion[]): boolean {
  const highest = [...versions].sort((a, b) => compareVersions(a.version, b.version)).at(-1)
  return highest?.state === 'Retired'
}

/** Undated versions keep null dates and only what the source asserts; of two, the higher replaces the lower (IM-02). */
export function assertedState(version: StatedVersion, all: StatedVersion[]): string | null {
  if (version.day) return null
  const higher = all
    .filter((other) => other.standardId === version.standardId && other.state === 'Effective' && !other.day)
    .filter((other) => version.state === 'Effective' && compareVersions(other.version, version.version) > 0)
    .sort((a, b) => compareVersions(a.version, b.version))
    .at(-1)
  return higher ? `Replaced by ${higher.version}, date not recorded` : `${version.state}, date not recorded`
}

export const versionId = (standardId: string, version: string): string =>
  stableId('standard-version', standardId, version)

/** The versions and, of each, the one requirement that stands for a text not yet itemised (IM-03). */
export function versionWrites(
  rows: { line: number; version: StatedVersion }[],
  all: StatedVersion[],
  source: string,
): TableWrite[] {
  const byStandard = groupBy(all, (version) => version.standardId)
  return [
    {
      table: 'StandardVersion',
      columns: {
        id: 'uuid',
        standardId: 'text',
        version: 'text',
        legalBasis: 'text',
        effectiveOn: 'date',
        deprecatedOn: 'date',
        retiredOn: 'date',
        assertedState: 'text',
        source: 'text',
      },
      key: ['standardId', 'version'],
      onInsert: ['id', 'legalBasis'],
      mode: 'upsert',
      rows: rows.map(({ line, version }) => ({
        lines: [line],
        values: {
          id: versionId(version.standardId, version.version),
          standardId: version.standardId,
          version: version.version,
          legalBasis: 'CONTRACT',
          ...daysOf(version),
          assertedState: assertedState(version, byStandard.get(version.standardId) ?? [version]),
          source,
        },
      })),
    },
    {
      table: 'Requirement',
      columns: {
        standardVersionId: 'uuid',
        id: 'text',
        title: 'text',
        level: 'text',
        method: 'text',
        hazard: 'text',
        notTestedReason: 'text',
      },
      key: ['standardVersionId', 'id'],
      mode: 'insert',
      rows: rows.map(({ version }) => ({
        lines: [],
        values: {
          standardVersionId: versionId(version.standardId, version.version),
          id: `${version.standardId}/WHOLE`,
          title: 'The standard as a whole (not itemised)',
          level: 'MUST',
          method: 'DOCUMENT',
          hazard: 'NONE',
          notTestedReason: 'not itemised',
        },
      })),
    },
  ]
}

/** The wiki gives one day; what it means follows from the state beside it. */
function daysOf(version: StatedVersion) {
  const { state, day } = version
  return {
    effectiveOn: state === 'Effective' || state === 'Published' ? day : null,
    deprecatedOn: state === 'Deprecated' ? day : null,
    retiredOn: state === 'Retired' ? day : null,
  }
}
