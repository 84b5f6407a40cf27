import type { Day } from '@/lib/platform/days'
import type { Cells, CheckedRow } from '@/lib/platform/imports/importer'
import type { TableWrite } from '@/lib/platform/imports/table-write'
import { stableId } from '@/lib/platform/stable-id'

/** An organisation as a source states it. */
export type OrganisationRow = {
  kind: string
  code: string
  name: string
  status: string
  address: string[]
  postcode: string | null
  openedOn: Day | null
  closedOn: Day | null
  partOfCode: string | null
  regionCode: string | null
}

/** Address and postcode of the columns that ODS files share. */
export function stated(cells: Cells): Pick<OrganisationRow, 'address' | 'postcode'> {
  const lines = [1, 2, 3, 4, 5].map((n) => cells[`address${n}`] ?? '').filter((line) => line !== '')
  return { address: lines, postcode: cells.postcode || null }
}

/** The write of organisations that one source speaks for. The invented ones of the demonstration are never touched. */
export function organisationWrite(
  rows: CheckedRow<OrganisationRow>[],
  of: { kinds: string[]; source: string; asOf: Day | null },
): TableWrite {
  return {
    table: 'Organisation',
    columns: organisationColumns,
    key: ['kind', 'code'],
    onInsert: ['id', 'demo', 'version'],
    untold: ['source', 'sourceAsOf'],
    mode: 'upsert',
    rows: rows.map(({ line, row }) => organisationRow([line], row, of)),
    speaksFor: `t."kind" IN (${of.kinds.map((kind) => `'${kind}'`).join(', ')}) AND t."source" = '${of.source}' AND NOT t."demo"`,
  }
}

/** What is known by code only, because one file names it and the register does not: made once, never overwritten. */
export function stubWrite(
  rows: { line: number; kind: string; code: string; name: string; partOfCode?: string | null }[],
  of: { source: string; asOf: Day | null },
): TableWrite {
  const blank = { status: 'stub', address: [], postcode: null, openedOn: null, closedOn: null, regionCode: null }
  return {
    table: 'Organisation',
    columns: organisationColumns,
    key: ['kind', 'code'],
    onInsert: ['id', 'demo', 'version'],
    mode: 'insert',
    first: true,
    rows: rows.map(({ line, ...row }) => organisationRow([line], { ...blank, partOfCode: null, ...row }, of)),
  }
}

/** Practices whose commissioner a later source names differently: it holds (IMP-8). */
export function areaWrite(rows: { code: string; areaCode: string }[]): TableWrite {
  return {
    table: 'Organisation',
    columns: { kind: 'text', code: 'text', partOfCode: 'text' },
    key: ['kind', 'code'],
    mode: 'update',
    rows: rows.map(({ code, areaCode }) => ({ lines: [], values: { kind: 'practice', code, partOfCode: areaCode } })),
  }
}

function organisationRow(lines: number[], row: OrganisationRow, of: { source: string; asOf: Day | null }) {
  const id = stableId('organisation', row.kind, row.code)
  const given = { id, demo: false, version: 1, source: of.source, sourceAsOf: of.asOf }
  return { lines, values: { ...row, ...given } }
}

const organisationColumns: TableWrite['columns'] = {
  id: 'uuid',
  kind: 'text',
  code: 'text',
  name: 'text',
  status: 'text',
  address: 'text[]',
  postcode: 'text',
  openedOn: 'date',
  closedOn: 'date',
  partOfCode: 'text',
  regionCode: 'text',
  source: 'text',
  sourceAsOf: 'date',
  demo: 'boolean',
  version: 'integer',
}
