import type { ImporterDeclaration } from '@/lib/platform/imports/importer'
import { matching, oneOf, required, wholeNumber } from '@/lib/platform/imports/row-checks'

type FrameworkRow = {
  id: string
  name: string
  shortName: string
  owner: string
  fundingTypes: string[]
  expired: boolean
  maximumTermMonths: number
}

const fundingTypes: Record<string, string> = { '1': 'gpit', '2': 'local' }

/** Buying frameworks. The file tells no dates: an expired one enters with its date unknown (FRM-1). */
export const frameworksImporter: ImporterDeclaration<null, FrameworkRow> = {
  kind: 'frameworks',
  title: 'Buying frameworks',
  source: 'NHS Buying Catalogue, October 2024',
  formats: [
    {
      name: 'frameworks',
      columns: ['id', 'name', 'short_name', 'owner', 'funding_type_ids', 'is_expired'],
      optional: ['maximum_term_months', 'price_notice_days'],
    },
  ],
  key: ['id'],
  check(cells, _refs, remarks) {
    const id = matching(cells, 'id', /^[A-Z]{3,10}\d{3}$/, 'an id such as TIF001', remarks)
    const name = required(cells, 'name', remarks)
    const shortName = required(cells, 'short_name', remarks)
    const owner = required(cells, 'owner', remarks)
    const expired = oneOf(cells, 'is_expired', { '0': 'no', '1': 'yes', false: 'no', true: 'yes' }, remarks)
    const funding = (cells.funding_type_ids ?? '').split(',').map((type) => type.trim())
    if (funding.some((type) => !Object.hasOwn(fundingTypes, type)))
      remarks.error('funding_type_ids', 'out-of-range', '1 (GPIT), 2 (local) or both are expected')
    // FRM-1: 36 months and 90 days of notice where the file states no others.
    const months = cells.maximum_term_months ? wholeNumber(cells, 'maximum_term_months', 1, 240, remarks) : 36
    const notice = cells.price_notice_days ? wholeNumber(cells, 'price_notice_days', 0, 730, remarks) : 90
    if (!id || !name || !shortName || !owner || !expired || months === undefined || notice === undefined)
      return undefined
    if (expired === 'yes')
      remarks.warn('is_expired', 'doubtful', 'the framework has expired; the file does not say when')
    return {
      id,
      name,
      shortName,
      owner,
      fundingTypes: funding.map((type) => fundingTypes[type] ?? type),
      expired: expired === 'yes',
      maximumTermMonths: months,
      priceNoticeDays: notice,
    }
  },
  writes: (rows) => [
    {
      table: 'Framework',
      columns: {
        id: 'text',
        name: 'text',
        shortName: 'text',
        owner: 'text',
        fundingTypes: 'text[]',
        expired: 'boolean',
        maximumTermMonths: 'integer',
        priceNoticeDays: 'integer',
      },
      key: ['id'],
      mode: 'upsert',
      rows: rows.map(({ line, row }) => ({ lines: [line], values: row })),
      speaksFor: 'true',
    },
  ],
}
