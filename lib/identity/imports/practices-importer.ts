import type { Day } from '@/lib/platform/days'
import type { Cells, ImporterDeclaration, Remarks } from '@/lib/platform/imports/importer'
import { matching, odsDay, oneOf, required } from '@/lib/platform/imports/row-checks'
import { type OrganisationRow, organisationWrite, stated } from './organisation-write'

/** `laterAreas`: the area of a practice by a source that is younger than this file; it holds (IMP-8). */
export type PracticeRefs = { commissioners: Set<string>; laterAreas: Map<string, string> }

type Prescriber = { code: string; name: string; setting: string; grouping: string; status: string }
type PracticeRow =
  | { practice: OrganisationRow; prescriber?: undefined }
  | { practice?: undefined; prescriber: Prescriber }

const statuses = { A: 'active', C: 'closed', D: 'dormant', P: 'proposed' }

/** ODS `epraccur`. A practice is prescribing setting 4 outside Wales; the other rows are counted and kept by code only (IMP-8). */
export const practicesImporter: ImporterDeclaration<PracticeRefs, PracticeRow> = {
  kind: 'practices',
  title: 'GP practices (ODS epraccur)',
  source: 'NHS England, Organisation Data Service',
  formats: [
    {
      name: 'epraccur',
      columns: [
        'organisation_code',
        'name',
        'national_grouping',
        'open_date',
        'close_date',
        'status_code',
        'commissioner',
        'prescribing_setting',
      ],
      optional: ['address1', 'address2', 'address3', 'address4', 'address5', 'postcode'],
      headerless: {
        cells: 27,
        positions: {
          organisation_code: 1,
          name: 2,
          national_grouping: 3,
          address1: 5,
          address2: 6,
          address3: 7,
          address4: 8,
          address5: 9,
          postcode: 10,
          open_date: 11,
          close_date: 12,
          status_code: 13,
          commissioner: 15,
          prescribing_setting: 26,
        },
      },
    },
  ],
  key: ['organisation_code'],
  missing: (refs) =>
    refs.commissioners.size === 0 ? 'no commissioners are loaded: import kind "commissioners" first' : undefined,
  check(cells, refs, remarks) {
    const code = matching(cells, 'organisation_code', /^[A-Z0-9]{6}$/, 'a code of 6 letters and digits', remarks)
    const name = required(cells, 'name', remarks)
    const status = oneOf(cells, 'status_code', statuses, remarks)
    const setting = matching(cells, 'prescribing_setting', /^\d{1,2}$/, 'the number of a prescribing setting', remarks)
    const days = { openedOn: odsDay(cells, 'open_date', remarks), closedOn: odsDay(cells, 'close_date', remarks) }
    if (code === undefined || name === undefined || status === undefined || setting === undefined) return undefined
    if (setting !== '4' || cells.national_grouping === 'W00') {
      remarks.count(setting === '4' ? 'Welsh practices' : 'other prescribers')
      return { prescriber: { code, name, setting, grouping: cells.national_grouping!, status } }
    }
    remarks.count('English practices')
    if (status === 'active') remarks.count('active English practices')
    return { practice: practiceOf(cells, { code, name, status, ...days }, refs, remarks) }
  },
  writes(rows, _refs, _remarks, about) {
    const practices = rows.flatMap(({ line, row }) => (row.practice ? [{ line, row: row.practice }] : []))
    const others = rows.flatMap(({ line, row }) => (row.prescriber ? [{ lines: [line], values: row.prescriber }] : []))
    return [
      organisationWrite(practices, { kinds: ['practice'], source: 'practices', asOf: about.asOf }),
      {
        table: 'OtherPrescriber',
        columns: { code: 'text', name: 'text', setting: 'text', grouping: 'text', status: 'text' },
        key: ['code'],
        mode: 'upsert',
        rows: others,
        speaksFor: 'true',
      },
    ]
  },
}

function practiceOf(
  cells: Cells,
  facts: { code: string; name: string; status: string; openedOn: Day | null; closedOn: Day | null },
  refs: PracticeRefs,
  remarks: Remarks,
): OrganisationRow {
  const commissioner = cells.commissioner!
  if (commissioner === '' && facts.status === 'active')
    remarks.error('commissioner', 'required', 'an active practice has a commissioner')
  if (commissioner !== '' && !refs.commissioners.has(commissioner))
    remarks.error('commissioner', 'unknown-reference', 'no commissioner with this code is loaded')
  return {
    kind: 'practice',
    ...facts,
    ...stated(cells),
    partOfCode: refs.laterAreas.get(facts.code) ?? (commissioner || null),
    regionCode: cells.national_grouping || null,
  }
}
