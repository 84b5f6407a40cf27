import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { required, wholeNumber } from '@/lib/platform/imports/row-checks'

type IntegrationRow = { id: string; sequence: number; family: string; name: string }

/** Integration types of the national services. Our id says what it is: `im1.bulk`, `gp-connect.send-document`. */
export const integrationsImporter: ImporterDeclaration<null, IntegrationRow> = {
  kind: 'integrations',
  title: 'Integration types',
  source: 'NHS Buying Catalogue, October 2024',
  formats: [{ name: 'integrations', columns: ['integration', 'type_seq', 'type'] }],
  key: ['type_seq'],
  check(cells, _refs, remarks) {
    const sequence = wholeNumber(cells, 'type_seq', 1, 9999, remarks)
    const family = required(cells, 'integration', remarks)
    const name = required(cells, 'type', remarks)
    if (sequence === undefined || family === undefined || name === undefined) return undefined
    return { id: integrationId(family, name), sequence, family, name }
  },
  writes(rows, _refs, remarks) {
    const ids = new Set<string>()
    for (const { line, row } of rows) {
      if (ids.has(row.id))
        remarks.error(line, 'type', 'duplicate-key', 'this integration has a number already', row.name)
      ids.add(row.id)
    }
    return [
      {
        table: 'Integration',
        columns: { id: 'text', sequence: 'integer', family: 'text', name: 'text' },
        key: ['id'],
        mode: 'upsert',
        rows: rows.map(({ line, row }) => ({ lines: [line], values: row })),
        speaksFor: 'true',
      },
    ]
  },
}

/** `im1.bulk` of `IM1` and `Bulk`. */
export function integrationId(family: string, name: string): string {
  const slug = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
  return `${slug(family)}.${slug(name)}`
}
