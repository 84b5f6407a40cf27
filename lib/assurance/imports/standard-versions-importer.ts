import { groupBy } from '@/lib/platform/group-by'
import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { isoDayOrNone, matching, oneOf, required } from '@/lib/platform/imports/row-checks'
import type { TableWrite } from '@/lib/platform/imports/table-write'
import { isRetired, type StatedVersion, versionWrites } from './standard-versions'

/** What the first file states of versions, so that of two undated ones the higher replaces (IM-02). */
export type StandardVersionsRefs = { standards: Set<string>; catalogue: StatedVersion[]; published?: Set<string> }
type VersionRow = { stated: StatedVersion; title: string; url: string | null }

const states = { Effective: 'Effective', Published: 'Published', Deprecated: 'Deprecated', Retired: 'Retired' }

/** Versions that the wiki of capabilities and standards names: newer than the catalogue's file, so they win (IM-01). */
export const standardVersionsImporter: ImporterDeclaration<StandardVersionsRefs, VersionRow> = {
  kind: 'standard-versions',
  title: 'Versions of standards (wiki)',
  source: 'NHS England, Capabilities and Standards wiki',
  formats: [
    {
      name: 'versions',
      columns: ['standard_id', 'title', 'version', 'status'],
      optional: ['effective_date', 'source_url', 'type'],
    },
  ],
  key: ['standard_id', 'version'],
  missing: (refs) => (refs.standards.size === 0 ? 'no standards are loaded: import kind "standards" first' : undefined),
  check(cells, refs, remarks) {
    const standardId = matching(cells, 'standard_id', /^[SC]\d{1,3}$/, 'an id such as S26', remarks)
    const title = required(cells, 'title', remarks)
    const version = matching(cells, 'version', /^\d+(\.\d+){1,3}$/, 'a version such as 2.0.1', remarks)
    const state = oneOf(cells, 'status', states, remarks)
    const day = isoDayOrNone(cells, 'effective_date', remarks)
    if (!standardId || !title || !version || !state) return undefined
    if (standardId.startsWith('C')) {
      remarks.warn('standard_id', 'differs', 'this row is a capability, not a standard; it is left out')
      return undefined
    }
    if (refs.published?.has(`${standardId} ${version}`)) {
      remarks.warn('version', 'differs', 'two officers published this version here; the row is left out')
      return undefined
    }
    if (!refs.standards.has(standardId)) remarks.count('standards that the first file misses')
    return { stated: { standardId, version, state, day }, title, url: cells.source_url || null }
  },
  writes(rows, refs) {
    const ours = rows.map(({ row }) => row.stated)
    const told = new Set(ours.map((version) => `${version.standardId} ${version.version}`))
    const all = [...ours, ...refs.catalogue.filter((version) => !told.has(`${version.standardId} ${version.version}`))]
    const [versions, requirements] = versionWrites(
      rows.map(({ line, row }) => ({ line, version: row.stated })),
      all,
      'standard-versions',
    )
    const standards = [...groupBy(rows, ({ row }) => row.stated.standardId)].map(([id, group]) => ({
      lines: group.map(({ line }) => line),
      id,
      name: group.at(-1)!.row.title.replace(/ - Standard$/, ''),
      retired: isRetired(group.map(({ row }) => row.stated)),
      url: group.at(-1)!.row.url,
    }))
    const writes: TableWrite[] = [
      versions!,
      requirements!,
      {
        table: 'Standard',
        columns: { id: 'text', name: 'text', kind: 'text', url: 'text', retired: 'boolean', source: 'text' },
        key: ['id'],
        mode: 'insert',
        first: true,
        rows: standards.map(({ lines, id, name, url, retired }) => ({
          lines,
          values: { id, name, kind: 'other', url, retired, source: 'standard-versions' },
        })),
      },
      {
        table: 'Standard',
        columns: { id: 'text', retired: 'boolean' },
        key: ['id'],
        mode: 'update',
        rows: standards.map(({ lines, id, retired }) => ({ lines, values: { id, retired } })),
      },
    ]
    return writes
  },
}
