import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { matching, required } from '@/lib/platform/imports/row-checks'
import { organisationWrite } from './organisation-write'

type MapRow = {
  code: string
  formerName: string
  name: string
  icbCodeBefore: string
  icbCode: string
  icbName: string
  regionCode: string
  regionName: string
}

/** The 106 areas of commissioning: a CCG and, since July 2022, the sub-ICB location of the same code, with its ICB. */
export const commissionerMapImporter: ImporterDeclaration<{ commissioners: Set<string> }, MapRow> = {
  kind: 'commissioner-map',
  title: 'CCG, sub-ICB location and ICB of each area',
  source: 'NHS England, joined from two published mappings',
  formats: [
    {
      name: 'map',
      columns: [
        'code',
        'ccg_name_2022_01',
        'stp_code_2022_01',
        'sub_icb_name_2025_08',
        'icb_code_2025_08',
        'icb_name_2025_08',
        'region_code',
        'region_name',
      ],
    },
  ],
  key: ['code'],
  missing: (refs) =>
    refs.commissioners.size === 0 ? 'no commissioners are loaded: import kind "commissioners" first' : undefined,
  check(cells, refs, remarks) {
    const code = matching(cells, 'code', /^[A-Z0-9]{3,6}$/, 'a code of 3 to 6 letters and digits', remarks)
    const icbCode = matching(cells, 'icb_code_2025_08', /^[A-Z0-9]{3}$/, 'an ICB code of 3 letters and digits', remarks)
    const name = required(cells, 'sub_icb_name_2025_08', remarks)
    const icbName = required(cells, 'icb_name_2025_08', remarks)
    if (code === undefined || icbCode === undefined || name === undefined || icbName === undefined) return undefined
    if (!refs.commissioners.has(code))
      remarks.error('code', 'unknown-reference', 'no commissioner with this code is loaded')
    const icbCodeBefore = cells.stp_code_2022_01!
    if (icbCodeBefore !== icbCode)
      remarks.warn('icb_code_2025_08', 'differs', `the area moved from ${icbCodeBefore} to ${icbCode}`)
    return {
      code,
      formerName: cells.ccg_name_2022_01!,
      name,
      icbCodeBefore,
      icbCode,
      icbName,
      regionCode: cells.region_code!,
      regionName: cells.region_name!,
    }
  },
  writes(rows, _refs, remarks, about) {
    const icbs = new Map(rows.map((checked) => [checked.row.icbCode, checked]))
    remarks.count('ICBs', icbs.size)
    const blank = { status: 'active', address: [], postcode: null, openedOn: null, closedOn: null, partOfCode: null }
    const icbRows = [...icbs].map(([code, { line, row }]) => ({
      line,
      row: { kind: 'icb', code, name: row.icbName, ...blank, regionCode: row.regionCode },
    }))
    return [
      {
        table: 'CommissionerArea',
        columns: {
          code: 'text',
          formerName: 'text',
          name: 'text',
          icbCodeBefore: 'text',
          icbCode: 'text',
          icbName: 'text',
          regionCode: 'text',
          regionName: 'text',
        },
        key: ['code'],
        mode: 'upsert',
        rows: rows.map(({ line, row }) => ({ lines: [line], values: row })),
        speaksFor: 'true',
      },
      organisationWrite(icbRows, { kinds: ['icb'], source: 'commissioner-map', asOf: about.asOf }),
    ]
  },
}
