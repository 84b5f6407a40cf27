import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { roadmapImporter } from '@/lib/assurance/imports/roadmap-importer'
import { standardLinksImporter } from '@/lib/assurance/imports/standard-links-importer'
import { standardVersionsImporter } from '@/lib/assurance/imports/standard-versions-importer'
import { standardsImporter } from '@/lib/assurance/imports/standards-importer'
import { capabilitiesImporter } from '@/lib/catalogue/imports/capabilities-importer'
import { epicsImporter } from '@/lib/catalogue/imports/epics-importer'
import { frameworksImporter } from '@/lib/catalogue/imports/frameworks-importer'
import { historicCatalogueImporter } from '@/lib/catalogue/imports/historic-catalogue-importer'
import { integrationsImporter } from '@/lib/catalogue/imports/integrations-importer'
import { systemsImporter } from '@/lib/catalogue/imports/systems-importer'
import { commissionerMapImporter } from '@/lib/identity/imports/commissioner-map-importer'
import { commissionersImporter } from '@/lib/identity/imports/commissioners-importer'
import { listSizesImporter } from '@/lib/identity/imports/list-sizes-importer'
import { practicesImporter } from '@/lib/identity/imports/practices-importer'
import { checkFile } from '@/lib/platform/imports/check-file'
import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { readCsv } from '@/lib/platform/imports/read-csv'

const some = new Set(['ZA1', 'C1', 'S1'])
const cell = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.constantFrom(
    '',
    'ZA1',
    'Z90001',
    'C1',
    'S1',
    'E00001',
    '1',
    '4',
    'A',
    'true',
    'MUST',
    '20200401',
    'TBC',
    'EMIS',
    '2.0.1',
    'Effective',
  ),
)

function survives<Refs, Row>(importer: ImporterDeclaration<Refs, Row>, refs: Refs) {
  it.each(importer.formats)(`${importer.kind}: whatever its cells hold ($name)`, async ({ columns }) => {
    const rows = fc.array(fc.array(cell, { minLength: columns.length, maxLength: columns.length }), {
      minLength: 1,
      maxLength: 5,
    })
    await fc.assert(
      fc.asyncProperty(rows, async (given) => {
        const text = [columns, ...given]
          .map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
          .join('\n')
        const file = await checkFile(importer, refs, { name: 'x.csv', bytes: Buffer.from(`${text}\n`) })
        expect(file.errors.length > 0 ? file.writes : []).toEqual([])
        for (const issue of file.errors) expect(issue.line).toBeGreaterThan(0)
      }),
      { numRuns: 1_000 },
    )
  })
}

describe('no file brings the reader down', () => {
  it('whatever its bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
        const { rows, errors } = readCsv(bytes)
        expect(errors.length > 0 ? rows : []).toEqual([])
      }),
    )
  })
  it('whatever its text is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', '\u00e9', ' ', '\ufeff') }), (text) => {
        const { rows, errors } = readCsv(Buffer.from(text))
        const lines = rows.map((row) => row.line)
        expect(lines).toEqual([...lines].sort((a, b) => a - b))
        expect(errors.every((error) => error.line > 0)).toBe(true)
      }),
    )
  })

  survives(commissionersImporter, null)
  survives(commissionerMapImporter, { commissioners: some })
  survives(practicesImporter, { commissioners: some, laterAreas: new Map<string, string>() })
  survives(listSizesImporter, {
    practices: new Map([['Z90001', { id: 'id', partOfCode: 'ZA1', active: true }]]),
    others: new Map<string, string>(),
    stubs: new Map<string, string>(),
  })
  survives(systemsImporter, {
    practices: new Map([['Z90001', { partOfCode: 'ZA1', status: 'active' }]]),
    others: new Set<string>(),
    registerAsOf: null,
  })
  survives(capabilitiesImporter, null)
  survives(epicsImporter, { capabilities: some })
  survives(integrationsImporter, null)
  survives(frameworksImporter, null)
  survives(historicCatalogueImporter, { expiredCapabilities: some })
  survives(standardsImporter, { wiki: new Map() })
  survives(standardLinksImporter, { standards: some, capabilities: some })
  survives(standardVersionsImporter, { standards: some, catalogue: [] })
  survives(roadmapImporter, null)
})
