import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { matching } from '@/lib/platform/imports/row-checks'

export type LinkRefs = { standards: Set<string>; capabilities: Set<string> }
type LinkRow = { standardId: string; capabilityId: string }

/** Which standards apply to which capability. Overarching ones apply to every module without a row. */
export const standardLinksImporter: ImporterDeclaration<LinkRefs, LinkRow> = {
  kind: 'standard-links',
  title: 'Which standards apply to which capabilities',
  source: 'NHS Buying Catalogue, Capabilities and Standards model, October 2024',
  formats: [{ name: 'links', columns: ['standard_id', 'capability_id'] }],
  key: ['standard_id', 'capability_id'],
  missing: (refs) => {
    if (refs.capabilities.size === 0) return 'no capabilities are loaded: import kind "capabilities" first'
    return refs.standards.size === 0 ? 'no standards are loaded: import kind "standards" first' : undefined
  },
  check(cells, refs, remarks) {
    const standardId = matching(cells, 'standard_id', /^S\d{1,3}$/, 'an id such as S24', remarks)
    const number = matching(cells, 'capability_id', /^C?\d{1,2}$/, 'the number of a capability', remarks)
    if (!standardId || !number) return undefined
    const capabilityId = `C${number.replace('C', '')}`
    if (!refs.standards.has(standardId))
      remarks.error('standard_id', 'unknown-reference', 'no standard with this id is loaded')
    if (!refs.capabilities.has(capabilityId))
      remarks.error('capability_id', 'unknown-reference', 'no capability with this number is loaded')
    return { standardId, capabilityId }
  },
  writes(rows, refs, remarks) {
    const linked = new Set(rows.map(({ row }) => row.standardId))
    remarks.count('standards without a link', [...refs.standards].filter((id) => !linked.has(id)).length)
    return [
      {
        table: 'StandardCapability',
        columns: { standardId: 'text', capabilityId: 'text' },
        key: ['standardId', 'capabilityId'],
        mode: 'upsert',
        rows: rows.map(({ line, row }) => ({ lines: [line], values: row })),
        speaksFor: 'true',
      },
    ]
  },
}
