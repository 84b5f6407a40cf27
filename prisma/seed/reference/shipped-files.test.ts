import { describe, expect, it } from 'vitest'
import { standardLinksImporter } from '@/lib/assurance/imports/standard-links-importer'
import { standardsImporter } from '@/lib/assurance/imports/standards-importer'
import { capabilitiesImporter } from '@/lib/catalogue/imports/capabilities-importer'
import { epicsImporter } from '@/lib/catalogue/imports/epics-importer'
import { frameworksImporter } from '@/lib/catalogue/imports/frameworks-importer'
import { integrationsImporter } from '@/lib/catalogue/imports/integrations-importer'
import { checkFile } from '@/lib/platform/imports/check-file'
import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { epicTitles } from './epic-titles'
import { shippedFiles } from './shipped-files'

const files = new Map(shippedFiles().map((file) => [file.kind, file]))
const check = <Refs, Row>(importer: ImporterDeclaration<Refs, Row>, refs: Refs) =>
  checkFile(importer, refs, files.get(importer.kind)!)

describe('the shipped reference facts', () => {
  it('are files without a fault, with the counts of the public ones', async () => {
    const capabilities = await check(capabilitiesImporter, null)
    const ids = new Set(capabilities.writes[0]!.rows.map((row) => row.values.id as string))
    expect([capabilities.total, capabilities.counts]).toEqual([46, { expired: 2 }])
    const epics = await check(epicsImporter, { capabilities: ids })
    expect([epics.total, epics.counts, epics.errors]).toEqual([
      809,
      { MUST: 275, MAY: 534, epics: 768, 'supplier-defined': 39 },
      [],
    ])
    const standards = await check(standardsImporter, { wiki: new Map() })
    expect([standards.total, standards.counts]).toEqual([67, { 'flagged deleted': 20, overarching: 12 }])
    const standardIds = new Set(standards.writes[0]!.rows.map((row) => row.values.id as string))
    const links = await check(standardLinksImporter, { standards: standardIds, capabilities: ids })
    expect([links.total, links.errors]).toEqual([600, []])
    expect((await check(integrationsImporter, null)).total).toBe(12)
    expect((await check(frameworksImporter, null)).total).toBe(4)
  })

  it('title every active MUST epic of the six foundation capabilities', async () => {
    const capabilities = new Set(Array.from({ length: 60 }, (_, i) => `C${i}`))
    const { writes } = await check(epicsImporter, { capabilities })
    const active = new Set(writes[1]!.rows.flatMap((row) => (row.values.active ? [row.values.id] : [])))
    const must = writes[0]!.rows
      .filter(({ values }) => values.level === 'MUST' && active.has(values.epicId!))
      .filter(({ values }) => ['C5', 'C11', 'C12', 'C13', 'C14', 'C15'].includes(values.capabilityId as string))
    expect(must.map(({ values }) => values.epicId as string).filter((id) => !epicTitles[id])).toEqual([])
  })
})
