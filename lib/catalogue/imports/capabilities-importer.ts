import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { matching, oneOf, required } from '@/lib/platform/imports/row-checks'

type CapabilityRow = {
  id: string
  name: string
  category: string
  version: string | null
  status: string
  summary: string | null
  url: string | null
}

/** What systems can do, as the national Capabilities and Standards model names it. */
export const capabilitiesImporter: ImporterDeclaration<null, CapabilityRow> = {
  kind: 'capabilities',
  title: 'Capabilities',
  source: 'NHS Buying Catalogue, Capabilities and Standards model, October 2024',
  formats: [
    {
      name: 'capabilities',
      columns: ['ref', 'name', 'category', 'status', 'version'],
      optional: ['id', 'description', 'source_url'],
    },
  ],
  key: ['ref'],
  check(cells, _refs, remarks) {
    const id = matching(cells, 'ref', /^C\d{1,2}$/, 'an id such as C13', remarks)
    const name = required(cells, 'name', remarks)
    const category = required(cells, 'category', remarks)
    const status = oneOf(cells, 'status', { effective: 'effective', expired: 'expired' }, remarks)
    if (id === undefined || name === undefined || category === undefined || status === undefined) return undefined
    if (status === 'expired') remarks.count('expired')
    return {
      id,
      name,
      category,
      status,
      version: cells.version || null,
      summary: cells.description || null,
      url: cells.source_url || null,
    }
  },
  writes: (rows) => [
    {
      table: 'Capability',
      columns: {
        id: 'text',
        name: 'text',
        category: 'text',
        version: 'text',
        status: 'text',
        summary: 'text',
        url: 'text',
      },
      key: ['id'],
      mode: 'upsert',
      rows: rows.map(({ line, row }) => ({ lines: [line], values: row })),
      speaksFor: 'true',
    },
  ],
}
