import { systemsImporter } from '@/lib/catalogue/imports/systems-importer'
import { commissionerMapImporter } from '@/lib/identity/imports/commissioner-map-importer'
import { commissionersImporter } from '@/lib/identity/imports/commissioners-importer'
import { listSizesImporter } from '@/lib/identity/imports/list-sizes-importer'
import { practicesImporter } from '@/lib/identity/imports/practices-importer'
import type { PracticeFacts } from '@/lib/insight/reference/compute-figures'
import { checkFile } from '@/lib/platform/imports/check-file'
import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { sharedBytes } from './shared-data'

type Names =
  | 'code'
  | 'name'
  | 'icbCode'
  | 'icbName'
  | 'partOfCode'
  | 'practiceCode'
  | 'principal'
  | 'areaCode'
  | 'organisationId'
type Values = Record<Names, string> & { patients: number }

/** The public files of practices, read by their importers without a database: what the shipped figures were computed from. */
export async function practiceFacts(): Promise<PracticeFacts> {
  const commissioners = await rowsOf(commissionersImporter, null, 'ods/ccg-eccg-2025-12.csv')
  const codes = new Set(commissioners.map((row) => row.code))
  const map = await rowsOf(commissionerMapImporter, { commissioners: codes }, 'ods/ccg-subicb-icb-map.csv')
  const practiceRefs = { commissioners: codes, laterAreas: new Map<string, string>() }
  const practices = await rowsOf(practicesImporter, practiceRefs, 'ods/gp-practices-epraccur-2023-12.csv')
  const known = new Map(practices.map((row) => [row.code, row]))
  const holders = new Map(
    practices.map((row) => [row.code, { id: row.code, partOfCode: row.partOfCode, active: true }]),
  )
  const lists = await rowsOf(
    listSizesImporter,
    { practices: holders, others: new Map(), stubs: new Map() },
    'ods/gp-list-sizes-2022-05.csv',
  )
  const refs = { practices: known, others: new Set<string>(), registerAsOf: '2023-12-31' } as never
  const now = await rowsOf(systemsImporter, refs, 'ods/gp-practice-supplier-pcn-icb-2025-08.csv')
  const before = await rowsOf(systemsImporter, refs, 'ods/gp-practice-supplier-2019-09.csv')
  return {
    areas: map.map((row) => ({ code: row.code, name: row.name, icbCode: row.icbCode, icbName: row.icbName })),
    now: new Map(now.map((row) => [row.practiceCode, { principal: row.principal ?? null, areaCode: row.areaCode }])),
    before: new Map(before.map((row) => [row.practiceCode, row.principal])),
    patients: new Map(lists.map((row) => [row.organisationId, row.patients])),
    register: new Map(practices.map((row) => [row.code, row.partOfCode ?? null])),
  }
}

async function rowsOf<Refs, Row>(
  importer: ImporterDeclaration<Refs, Row>,
  refs: Refs,
  path: string,
): Promise<Values[]> {
  const file = await checkFile(importer, refs, { name: path, bytes: sharedBytes(path) })
  return file.writes[0]!.rows.map((row) => row.values as unknown as Values)
}
