import { areaWrite, stubWrite } from '@/lib/identity/imports/organisation-write'
import type { Day } from '@/lib/platform/days'
import { groupBy } from '@/lib/platform/group-by'
import type { Cells, CheckedRow, FileRemarks, ImporterDeclaration, Remarks } from '@/lib/platform/imports/importer'
import { matching, oneOf, required } from '@/lib/platform/imports/row-checks'
import type { TableWrite } from '@/lib/platform/imports/table-write'
import { secondBook, systemNames } from './system-names'

export type SystemsRefs = {
  /** English practices of the register: their commissioner and state. */
  practices: Map<string, { partOfCode: string | null; status: string }>
  /** Codes of other prescribers that the register holds. */
  others: Set<string>
  /** The day of the register, by which its commissioners stand. */
  registerAsOf: Day | null
}
export type SystemRow = {
  code: string
  supplier: string
  name?: string
  pcnCode?: string
  pcnName?: string
  areaCode?: string
}

/** Which clinical system each practice runs: the GP2GP list of 2019 and the appointments mapping of 2025 (IMP-9, IMP-10). */
export const systemsImporter: ImporterDeclaration<SystemsRefs, SystemRow> = {
  kind: 'systems',
  title: 'Clinical system of each practice',
  source: 'NHS England, GP2GP management information (2019) and Appointments in General Practice (2025)',
  formats: [
    {
      name: 'appointments',
      columns: ['GP_CODE', 'GP_NAME', 'SUPPLIER', 'PCN_CODE', 'PCN_NAME', 'SUB_ICB_LOCATION_CODE'],
      usualDay: '2025-08-31',
    },
    { name: 'gp2gp', columns: ['ODSCode', 'Supplier'], usualDay: '2019-09-30' },
  ],
  key: ['GP_CODE', 'SUPPLIER', 'PCN_CODE', 'ODSCode'],
  missing: (refs) => (refs.practices.size === 0 ? 'no practices are loaded: import kind "practices" first' : undefined),
  check: (cells, refs, remarks, about) =>
    about.format === 'gp2gp' ? checkGp2gp(cells, refs, remarks) : checkAppointments(cells, remarks),
  writes(rows, refs, remarks, about) {
    const asOf = about.asOf!
    const groups = groupBy(rows, ({ row }) => row.code)
    const observed = [...groups].map(([code, group]) => observedRow(code, group, asOf, remarks))
    const main: TableWrite = { ...observedTable, rows: observed, speaksFor: `t."asOf" = '${asOf}'` }
    if (about.format === 'gp2gp') return [main]
    remarks.count('PCNs', new Set(rows.map(({ row }) => row.pcnCode)).size)
    remarks.count('surplus rows', rows.length - groups.size)
    return [main, ...againstRegister(groups, refs, remarks, asOf)]
  },
}

function checkGp2gp(cells: Cells, refs: SystemsRefs, remarks: Remarks): SystemRow | undefined {
  const code = matching(cells, 'ODSCode', practiceCode, 'a code of 6 letters and digits', remarks)
  const supplier = oneOf(cells, 'Supplier', { EMIS: 'EMIS', TPP: 'TPP' }, remarks)
  if (code === undefined || supplier === undefined) return undefined
  if (!refs.practices.has(code) && !refs.others.has(code))
    remarks.warn('ODSCode', 'unknown-reference', 'the register does not hold this code')
  if (refs.others.has(code)) remarks.count('no English practice')
  remarks.count(supplier)
  return { code, supplier }
}

function checkAppointments(cells: Cells, remarks: Remarks): SystemRow | undefined {
  const code = matching(cells, 'GP_CODE', practiceCode, 'a code of 6 letters and digits', remarks)
  const supplier = matching(
    cells,
    'SUPPLIER',
    /^[A-Z0-9 &.-]+(\/[A-Z0-9 &.-]+)*$/i,
    'names of systems, parted by "/"',
    remarks,
  )
  const areaCode = matching(
    cells,
    'SUB_ICB_LOCATION_CODE',
    /^[A-Z0-9]{3,6}$/,
    'the code of a sub-ICB location',
    remarks,
  )
  const name = required(cells, 'GP_NAME', remarks)
  if (code === undefined || supplier === undefined || areaCode === undefined || name === undefined) return undefined
  return { code, supplier, name, areaCode, pcnCode: cells.PCN_CODE!, pcnName: cells.PCN_NAME! }
}

/** Rows of one practice united, split at '/'; one name left is the principal, two are unresolved: no guess (IMP-9). */
function observedRow(code: string, group: CheckedRow<SystemRow>[], asOf: Day, remarks: FileRemarks) {
  const { all, principals } = systemNames(group.map(({ row }) => row.supplier))
  const first = group[0]!
  const principal = principals.length === 1 ? principals[0]! : null
  if (principal === null)
    remarks.warn(
      first.line,
      'SUPPLIER',
      'unresolved',
      `${code} has ${principals.length} principal systems; none is taken`,
      all.join('/'),
    )
  if (asOf >= '2020-01-01') remarks.count(principal ?? 'unresolved', 1)
  if (all.includes(secondBook)) remarks.count('second appointment book', 1)
  return {
    lines: group.map(({ line }) => line),
    values: {
      practiceCode: code,
      asOf,
      principal,
      allNames: all,
      pcnCode: first.row.pcnCode ?? null,
      pcnName: first.row.pcnName ?? null,
      areaCode: first.row.areaCode ?? null,
      source: 'systems',
    },
  }
}

/** What this file says that the register does not: a later area holds (IMP-8); an unknown practice becomes a stub (IMP-9). */
function againstRegister(
  groups: Map<string, CheckedRow<SystemRow>[]>,
  refs: SystemsRefs,
  remarks: FileRemarks,
  asOf: Day,
): TableWrite[] {
  const moved: { code: string; areaCode: string }[] = []
  const stubs: Parameters<typeof stubWrite>[0] = []
  const later = refs.registerAsOf === null || asOf > refs.registerAsOf
  for (const [code, group] of groups) {
    const { line, row } = group[0]!
    const practice = refs.practices.get(code)
    if (!practice && !refs.others.has(code)) {
      const kept = 'the register does not hold this practice; it is kept by code and name only'
      remarks.warn(line, 'GP_CODE', 'unknown-reference', kept, code)
      stubs.push({ line, kind: 'practice', code, name: row.name ?? code, partOfCode: row.areaCode ?? null })
    }
    if (practice && !['active', 'stub'].includes(practice.status))
      remarks.warn(line, 'GP_CODE', 'differs', `the register says that this practice is ${practice.status}`, code)
    if (!practice || practice.status === 'stub' || practice.partOfCode === row.areaCode) continue
    const holds = later ? 'this later source holds' : 'the register is later and holds'
    remarks.warn(
      line,
      'SUB_ICB_LOCATION_CODE',
      'differs',
      `the register names ${practice.partOfCode}; ${holds}`,
      row.areaCode,
    )
    if (later) moved.push({ code, areaCode: row.areaCode! })
  }
  return [areaWrite(moved), stubWrite(stubs, { source: 'systems', asOf })]
}

const practiceCode = /^[A-Z0-9]{6}$/

const observedTable: Omit<TableWrite, 'rows'> = {
  table: 'ObservedSystem',
  columns: {
    practiceCode: 'text',
    asOf: 'date',
    principal: 'text',
    allNames: 'text[]',
    pcnCode: 'text',
    pcnName: 'text',
    areaCode: 'text',
    source: 'text',
  },
  key: ['practiceCode', 'asOf'],
  untold: ['source'],
  mode: 'upsert',
}
