import { describe, expect, it } from 'vitest'
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
import { sharedBytes, sharedData } from '@/lib/testing/shared-data'
import { roadmapImporter } from './roadmap-importer'
import { standardLinksImporter } from './standard-links-importer'
import { standardVersionsImporter } from './standard-versions-importer'
import { standardsImporter } from './standards-importer'

const check = <Refs, Row>(importer: ImporterDeclaration<Refs, Row>, refs: Refs, path: string) =>
  checkFile(importer, refs, { name: path, bytes: sharedBytes(path) })
const values = (file: { writes: { rows: { values: Record<string, unknown> }[] }[] }, index = 0) =>
  file.writes[index]!.rows.map((row) => row.values)

/** The counts that catalogue.md §10 gives for each public file, each file checked against what the ones before it hold. */
describe.skipIf(!sharedData('ods'))('the public files (skipped: no shared data)', () => {
  async function registers() {
    const commissioners = await check(commissionersImporter, null, 'ods/ccg-eccg-2025-12.csv')
    const codes = new Set(values(commissioners).map((row) => row.code as string))
    const practices = await check(
      practicesImporter,
      { commissioners: codes, laterAreas: new Map() },
      'ods/gp-practices-epraccur-2023-12.csv',
    )
    const rows = values(practices)
    const others = values(practices, 1)
    return { commissioners, codes, practices, rows, others }
  }

  it('commissioners, their map, practices', async () => {
    const { commissioners, codes, practices } = await registers()
    expect(commissioners.errors).toEqual([])
    expect(commissioners.total).toBe(320)
    expect(commissioners.counts).toEqual({ open: 159, closed: 161, 'reporting entities': 37 })
    const map = await check(commissionerMapImporter, { commissioners: codes }, 'ods/ccg-subicb-icb-map.csv')
    expect(map.errors).toEqual([])
    expect([map.total, map.counts.ICBs, map.warnings.map((w) => w.reason)]).toEqual([
      106,
      42,
      ['the area moved from QF7 to QT1'],
    ])
    expect(practices.errors).toEqual([])
    expect(practices.total).toBe(15_971)
    expect(practices.counts).toEqual({
      'English practices': 8226,
      'active English practices': 6348,
      'Welsh practices': 421,
      'other prescribers': 7324,
    })
    expect(practices.asOf).toBe('2023-12-31')
  })

  it('list sizes', async () => {
    const { rows, others } = await registers()
    const refs = {
      practices: new Map(
        rows.map((row) => [
          row.code as string,
          { id: row.id as string, partOfCode: row.partOfCode as string, active: row.status === 'active' },
        ]),
      ),
      others: new Map(others.map((row) => [row.code as string, row.name as string])),
      stubs: new Map<string, string>(),
    }
    const file = await check(listSizesImporter, refs, 'ods/gp-list-sizes-2022-05.csv')
    expect(file.errors).toEqual([])
    expect(file.counts).toEqual({ patients: 61_654_788, 'active practices without a list': 41 })
    expect(file.writes[0]!.rows).toHaveLength(6506)
    const codes = file.warnings.map((w) => w.code)
    expect(codes.filter((c) => c === 'unknown-reference')).toHaveLength(14)
    expect(codes.filter((c) => c === 'doubtful')).toHaveLength(62)
    expect(codes.filter((c) => c === 'differs')).toHaveLength(35)
  })

  it('systems of 2019 and 2025', async () => {
    const { rows, others } = await registers()
    const refs = {
      practices: new Map(
        rows.map((row) => [row.code as string, { partOfCode: row.partOfCode as string, status: row.status as string }]),
      ),
      others: new Set(others.map((row) => row.code as string)),
      registerAsOf: '2023-12-31',
    }
    const old = await check(systemsImporter, refs, 'ods/gp-practice-supplier-2019-09.csv')
    expect(old.errors).toEqual([])
    expect([old.total, old.asOf, old.counts.EMIS, old.counts.TPP, old.warnings.length]).toEqual([
      6640,
      '2019-09-30',
      4125,
      2515,
      3,
    ])
    const file = await check(systemsImporter, refs, 'ods/gp-practice-supplier-pcn-icb-2025-08.csv')
    expect(file.errors).toEqual([])
    expect([file.total, file.writes[0]!.rows.length, file.asOf]).toEqual([6196, 6166, '2025-08-31'])
    expect(file.counts).toEqual({
      EMIS: 3619,
      TPP: 2538,
      MEDICUS: 3,
      unresolved: 6,
      'second appointment book': 162,
      PCNs: 1297,
      'surplus rows': 30,
    })
    expect(
      values(file)
        .filter((row) => row.principal === null)
        .map((row) => row.practiceCode),
    ).toEqual(['A86027', 'A86040', 'C86023', 'D82037', 'L84012', 'N81086'])
    expect(file.warnings.map((w) => w.code).sort()).toEqual([
      ...Array(15).fill('differs'),
      'unknown-reference',
      ...Array(6).fill('unresolved'),
    ])
  })

  it('capabilities, epics, integrations, frameworks, historic catalogue', async () => {
    const capabilities = await check(capabilitiesImporter, null, 'reference/capabilities.csv')
    expect([capabilities.total, capabilities.counts.expired, capabilities.errors]).toEqual([46, 2, []])
    const ids = new Set(values(capabilities).map((row) => row.id as string))
    const epics = await check(epicsImporter, { capabilities: ids }, 'reference/epics.csv')
    expect([epics.total, epics.counts, epics.errors]).toEqual([
      809,
      { MUST: 275, MAY: 534, epics: 768, 'supplier-defined': 39 },
      [],
    ])
    const active = new Set(
      values(epics, 1)
        .filter((row) => row.active)
        .map((row) => row.id),
    )
    const must = (id: string) =>
      values(epics).filter((row) => row.capabilityId === id && row.level === 'MUST' && active.has(row.epicId)).length
    expect([must('C13'), must('C5'), must('C1')]).toEqual([29, 11, 3])
    expect((await check(integrationsImporter, null, 'reference/integrations.csv')).writes[0]!.rows).toHaveLength(12)
    const frameworks = await check(frameworksImporter, null, 'reference/frameworks.csv')
    expect([frameworks.total, frameworks.warnings.length, frameworks.errors]).toEqual([4, 1, []])
    const expiredCapabilities = new Set(
      values(capabilities)
        .filter((row) => row.status === 'expired')
        .map((row) => row.id as string),
    )
    const historic = await check(historicCatalogueImporter, { expiredCapabilities }, 'reference/catalogue-real.csv')
    expect(historic.errors).toEqual([])
    expect(historic.counts).toEqual({ products: 69, 'unnamed products': 21, priced: 31, 'prices understood': 23 })
    expect(new Set(values(historic).map((row) => row.id)).size).toBe(90)
    expect(historic.warnings.map((w) => w.reason)).toEqual([
      'this price looks altered in the source',
      'this price looks altered in the source',
      'capability C19 has expired',
      'the supplier is not stated',
      'the year is not stated',
    ])
  })

  it('standards, links, versions, road map', async () => {
    const standards = await check(standardsImporter, { wiki: new Map() }, 'reference/standards.csv')
    expect([standards.total, standards.counts, standards.errors]).toEqual([
      67,
      { 'flagged deleted': 20, overarching: 12 },
      [],
    ])
    const ids = new Set(values(standards).map((row) => row.id as string))
    const capabilities = new Set(
      values(await check(capabilitiesImporter, null, 'reference/capabilities.csv')).map((row) => row.id as string),
    )
    const links = await check(
      standardLinksImporter,
      { standards: ids, capabilities },
      'reference/standards-capabilities.csv',
    )
    expect([links.total, links.counts['standards without a link'], links.errors]).toEqual([600, 22, []])
    const of = (key: string, id: string) => values(links).filter((row) => row[key] === id).length
    expect(['C13', 'C5', 'C1', 'C19'].map((id) => of('capabilityId', id))).toEqual([34, 21, 15, 0])
    expect(['S24', 'S32'].map((id) => of('standardId', id))).toEqual([44, 42])
    const catalogue = values(standards, 1).map((row) => ({
      standardId: row.standardId as string,
      version: row.version as string,
      state: 'Effective',
      day: null,
    }))
    const versions = await check(
      standardVersionsImporter,
      { standards: ids, catalogue },
      'reference/standards-versions-confluence.csv',
    )
    expect([versions.total, versions.writes[0]!.rows.length, versions.warnings.length, versions.errors]).toEqual([
      21,
      19,
      2,
      [],
    ])
    const state = (version: string) =>
      values(versions).find((row) => row.standardId === 'S26' && row.version === version)!.assertedState
    expect([state('2.0.2'), state('2.0.3')]).toEqual([
      'Replaced by 2.0.3, date not recorded',
      'Effective, date not recorded',
    ])
    const retired = new Map(values(versions, 3).map((row) => [row.id, row.retired]))
    expect(['S5', 'S13', 'S78', 'S77'].map((id) => retired.get(id))).toEqual([false, false, true, false])
    const roadmap = await check(roadmapImporter, null, 'reference/standards-roadmap.csv')
    expect([roadmap.total, roadmap.counts, roadmap.errors]).toEqual([
      27,
      { dated: 14, 'to be confirmed': 4, 'without a date': 9 },
      [],
    ])
  })
})
