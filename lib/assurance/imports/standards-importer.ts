import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { matching, oneOf, required } from '@/lib/platform/imports/row-checks'
import { isRetired, type StatedVersion, versionWrites } from './standard-versions'

/** Versions that the wiki has stated already, by standard: the later file wins (IM-01). */
export type StandardsRefs = {
  wiki: Map<string, StatedVersion[]>
  /** `S26 2.0.4`: published here by two officers, so that no file changes it. */
  published?: Set<string>
}
type StandardRow = {
  id: string
  name: string
  kind: string
  url: string | null
  version: string | null
  deleted: boolean
}

/** Standards as of October 2024. The date at which a version took effect is not in the file (IMP-12). */
export const standardsImporter: ImporterDeclaration<StandardsRefs, StandardRow> = {
  kind: 'standards',
  title: 'Standards',
  source: 'NHS Buying Catalogue, Capabilities and Standards model, October 2024',
  formats: [{ name: 'standards', columns: ['id', 'name', 'type', 'version', 'deleted'], optional: ['url'] }],
  key: ['id'],
  check(cells, _refs, remarks) {
    const id = matching(cells, 'id', /^S\d{1,3}$/, 'an id such as S24', remarks)
    const name = required(cells, 'name', remarks)
    const kind = required(cells, 'type', remarks)?.toLowerCase()
    const deleted = oneOf(cells, 'deleted', { true: 'yes', false: 'no' }, remarks)
    if (cells.version && !/^\d+(\.\d+){1,3}$/.test(cells.version))
      remarks.error('version', 'format', 'a version such as 2.0.1 is expected')
    if (!id || !name || !kind || !deleted) return undefined
    if (deleted === 'yes') remarks.count('flagged deleted')
    if (kind === 'overarching') remarks.count('overarching')
    return { id, name, kind, url: cells.url || null, version: cells.version || null, deleted: deleted === 'yes' }
  },
  writes(rows, refs) {
    const versions = rows.flatMap(({ line, row }) => {
      const stated = refs.wiki.get(row.id) ?? []
      if (row.version === null || refs.published?.has(`${row.id} ${row.version}`)) return []
      if (stated.some((version) => version.version === row.version)) return []
      const state = row.deleted ? 'Retired' : 'Effective'
      return [{ line, version: { standardId: row.id, version: row.version, state, day: null } satisfies StatedVersion }]
    })
    const all = [...versions.map(({ version }) => version), ...[...refs.wiki.values()].flat()]
    return [
      {
        table: 'Standard',
        columns: { id: 'text', name: 'text', kind: 'text', url: 'text', retired: 'boolean', source: 'text' },
        key: ['id'],
        untold: ['source'],
        mode: 'upsert',
        rows: rows.map(({ line, row }) => {
          const stated = refs.wiki.get(row.id)
          const retired = stated ? isRetired(stated) : row.deleted
          const { id, name, kind, url } = row
          return { lines: [line], values: { id, name, kind, url, retired, source: 'standards' } }
        }),
        speaksFor: `t."source" = 'standards'`,
      },
      ...versionWrites(versions, all, 'standards'),
    ]
  },
}
