import { type Day, isDay } from '@/lib/platform/days'
import type { Cells, ImporterDeclaration, Remarks } from '@/lib/platform/imports/importer'
import { matching, wholeNumber } from '@/lib/platform/imports/row-checks'
import { stubWrite } from './organisation-write'

/** Organisations that a list may belong to: id, commissioner, and whether they are English practices in use. */
export type ListHolder = { id: string; partOfCode: string | null; active: boolean }
export type ListSizeRefs = {
  practices: Map<string, ListHolder>
  /** Other prescribers of the register, by code: prisons, walk-in centres and the like. */
  others: Map<string, string>
  /** Ids of organisations that are known by code only. */
  stubs: Map<string, string>
}
type ListRow = { code: string; asOf: Day; patients: number; known: boolean }

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Patients registered at each practice. The newest list with asOf ≤ the date counts (QTY-1). */
export const listSizesImporter: ImporterDeclaration<ListSizeRefs, ListRow> = {
  kind: 'list-sizes',
  title: 'Patients registered at a GP practice',
  source: 'NHS England, Patients Registered at a GP Practice',
  formats: [
    {
      name: 'gp-reg-pat-prac-all',
      columns: ['EXTRACT_DATE', 'CODE', 'NUMBER_OF_PATIENTS'],
      optional: ['CCG_CODE', 'TYPE', 'SEX', 'AGE'],
    },
  ],
  key: ['CODE', 'EXTRACT_DATE', 'SEX', 'AGE'],
  missing: (refs) => (refs.practices.size === 0 ? 'no practices are loaded: import kind "practices" first' : undefined),
  check(cells, refs, remarks) {
    const code = matching(cells, 'CODE', /^[A-Z0-9]{6}$/, 'a code of 6 letters and digits', remarks)
    const asOf = extractDay(cells, remarks)
    const patients = wholeNumber(cells, 'NUMBER_OF_PATIENTS', 0, 200_000, remarks)
    if (code === undefined || asOf === undefined || patients === undefined) return undefined
    if ((cells.SEX ?? 'ALL') !== 'ALL' || (cells.AGE ?? 'ALL') !== 'ALL') {
      remarks.count('rows of one sex or age')
      return undefined
    }
    const practice = refs.practices.get(code)
    if (!practice) remarks.warn('CODE', 'unknown-reference', notPractice(refs.others.get(code)))
    if (patients < 1000) remarks.warn('NUMBER_OF_PATIENTS', 'doubtful', 'a list of fewer than 1,000 patients')
    if (practice?.partOfCode && cells.CCG_CODE && practice.partOfCode !== cells.CCG_CODE)
      remarks.warn('CCG_CODE', 'differs', `the register names ${practice.partOfCode}; the later source holds`)
    return { code, asOf, patients, known: practice !== undefined }
  },
  writes(rows, refs, remarks, about) {
    const held = new Set(rows.map(({ row }) => row.code))
    const without = [...refs.practices].filter(([code, practice]) => practice.active && !held.has(code)).length
    remarks.count(
      'patients',
      rows.reduce((sum, { row }) => sum + row.patients, 0),
    )
    remarks.count('active practices without a list', without)
    const strangers = rows.filter(({ row }) => !row.known)
    const stubs = stubWrite(
      strangers.map(({ line, row }) => ({
        line,
        kind: 'other',
        code: row.code,
        name: refs.others.get(row.code) ?? `Organisation ${row.code}`,
      })),
      { source: 'list-sizes', asOf: about.asOf },
    )
    const idOf = new Map([
      ...stubs.rows.map(({ values }) => [values.code, values.id] as [string, string]),
      ...refs.stubs,
    ])
    const days = [...new Set(rows.map(({ row }) => `'${row.asOf}'`))]
    return [
      {
        table: 'ListSize',
        columns: { organisationId: 'uuid', asOf: 'date', patients: 'integer', source: 'text' },
        key: ['organisationId', 'asOf'],
        untold: ['source'],
        mode: 'upsert',
        rows: rows.map(({ line, row }) => ({
          lines: [line],
          values: {
            organisationId: refs.practices.get(row.code)?.id ?? idOf.get(row.code)!,
            asOf: row.asOf,
            patients: row.patients,
            source: 'list-sizes',
          },
        })),
        ...(days.length > 0 ? { speaksFor: `t."source" = 'list-sizes' AND t."asOf" IN (${days.join(', ')})` } : {}),
      },
      stubs,
    ]
  },
}

const notPractice = (name: string | undefined): string =>
  name === undefined ? 'the register does not hold this code' : 'this is no English general practice'

/** `01May2022`, or a day as YYYY-MM-DD. */
function extractDay(cells: Cells, remarks: Remarks): Day | undefined {
  const value = cells.EXTRACT_DATE!
  const parts = /^(\d{2})([A-Za-z]{3})(\d{4})$/.exec(value)
  const month = parts ? months.indexOf(parts[2]!.toLowerCase()) + 1 : 0
  const day = parts ? `${parts[3]}-${String(month).padStart(2, '0')}-${parts[1]}` : value
  if (isDay(day)) return day
  remarks.error('EXTRACT_DATE', value === '' ? 'required' : 'format', 'a day such as 01May2022 is expected')
  return undefined
}
