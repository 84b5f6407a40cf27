import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { matching, odsDay, required } from '@/lib/platform/imports/row-checks'
import { type OrganisationRow, organisationWrite, stated } from './organisation-write'

/** Commissioners as ODS `eccg` lists them: CCGs, their successors, hubs, and reporting entities, which commission nothing. */
export const commissionersImporter: ImporterDeclaration<null, OrganisationRow> = {
  kind: 'commissioners',
  title: 'Commissioners and sub-ICB locations (ODS eccg)',
  source: 'NHS England, Organisation Data Service',
  formats: [
    {
      name: 'eccg',
      columns: ['ccg_or_subicb_code', 'name', 'national_grouping', 'icb_code', 'open_date', 'close_date'],
      optional: ['address1', 'address2', 'address3', 'address4', 'address5', 'postcode'],
      headerless: {
        cells: 27,
        positions: {
          ccg_or_subicb_code: 1,
          name: 2,
          national_grouping: 3,
          icb_code: 4,
          address1: 5,
          address2: 6,
          address3: 7,
          address4: 8,
          address5: 9,
          postcode: 10,
          open_date: 11,
          close_date: 12,
        },
      },
    },
  ],
  key: ['ccg_or_subicb_code'],
  check(cells, _refs, remarks) {
    const code = matching(
      cells,
      'ccg_or_subicb_code',
      /^[A-Z0-9]{3,5}$/,
      'a code of 3 to 5 letters and digits',
      remarks,
    )
    const name = required(cells, 'name', remarks)
    const openedOn = odsDay(cells, 'open_date', remarks)
    const closedOn = odsDay(cells, 'close_date', remarks)
    if (code === undefined || name === undefined) return undefined
    const reporting = name.toUpperCase().includes('REPORTING ENTITY')
    remarks.count(closedOn ? 'closed' : 'open')
    if (!closedOn && reporting) remarks.count('reporting entities')
    return {
      kind: reporting ? 'reporting-entity' : 'commissioner',
      code,
      name,
      status: closedOn ? 'closed' : 'active',
      ...stated(cells),
      openedOn,
      closedOn,
      partOfCode: cells.icb_code || null,
      regionCode: cells.national_grouping || null,
    }
  },
  writes: (rows, _refs, _remarks, about) => [
    organisationWrite(rows, {
      kinds: ['commissioner', 'reporting-entity'],
      source: 'commissioners',
      asOf: about.asOf,
    }),
  ],
}
