import type { ReferenceKind, Values } from '@/lib/platform/corrections/correction'

const name = { name: 'name', label: 'Name', type: 'text', most: 255 } as const

/** What curators keep of the catalogue’s reference data (catalogue §10). */
export const catalogueKinds: ReferenceKind[] = [
  {
    slug: 'capabilities',
    title: 'Capabilities',
    one: 'capability',
    table: 'Capability',
    key: [{ name: 'id', label: 'Id', pattern: /^C\d{1,2}$/, example: 'C47' }],
    mayAdd: true,
    heading: 'name',
    fields: [
      name,
      { name: 'category', label: 'Category', type: 'text', most: 100 },
      { name: 'version', label: 'Version', type: 'text', most: 20, optional: true },
      {
        name: 'status',
        label: 'Status',
        type: 'choice',
        options: { effective: 'Effective', expired: 'Expired: no new claims' },
      },
      { name: 'summary', label: 'Summary', type: 'long', most: 2000, optional: true },
      { name: 'url', label: 'Address of its page', type: 'text', most: 1000, optional: true },
    ],
  },
  {
    slug: 'epics',
    title: 'Epics',
    one: 'epic',
    table: 'Epic',
    key: [{ name: 'id', label: 'Id', pattern: /^(C\d{1,2}E\d{1,2}|E\d{5,6})$/, example: 'E00109' }],
    mayAdd: true,
    heading: 'title',
    fields: [
      { name: 'title', label: 'Title', type: 'text', most: 500 },
      { name: 'active', label: 'Active', hint: 'An inactive epic takes no new claim', type: 'yes-no' },
    ],
    fixed: { supplierDefined: false },
  },
  {
    slug: 'epic-links',
    title: 'Which epics each capability has',
    one: 'link of an epic',
    table: 'CapabilityEpic',
    key: [
      { name: 'capabilityId', label: 'Capability', pattern: /^C\d{1,2}$/, example: 'C13' },
      {
        name: 'epicId',
        label: 'Epic',
        pattern: /^(C\d{1,2}E\d{1,2}|E\d{5,6}|S\d{5}|S\d{3}X\d{2}E\d{2})$/,
        example: 'E00109',
      },
    ],
    mayAdd: false,
    heading: 'epicId',
    fields: [
      {
        name: 'level',
        label: 'Level',
        hint: 'The level lies on the link: one epic may be MUST for a capability and MAY for another',
        type: 'choice',
        options: { MUST: 'MUST', MAY: 'MAY' },
      },
    ],
  },
  {
    slug: 'integrations',
    title: 'Integrations',
    one: 'integration',
    table: 'Integration',
    key: [{ name: 'id', label: 'Id', pattern: /^[a-z0-9-]{1,30}\.[a-z0-9-]{1,40}$/, example: 'im1.bulk' }],
    mayAdd: true,
    heading: 'name',
    fields: [{ name: 'family', label: 'Family', type: 'text', most: 50 }, name],
  },
  {
    slug: 'frameworks',
    title: 'Frameworks',
    one: 'framework',
    table: 'Framework',
    key: [{ name: 'id', label: 'Id', pattern: /^[A-Z]{3,10}\d{3}$/, example: 'TIF001' }],
    mayAdd: true,
    heading: 'name',
    fields: [
      { ...name, most: 100 },
      { name: 'shortName', label: 'Short name', type: 'text', most: 50 },
      { name: 'owner', label: 'Owner', type: 'text', most: 100 },
      {
        name: 'fundingTypes',
        label: 'Funding types',
        hint: 'gpit, local or both, with a comma between',
        type: 'list',
        options: { gpit: 'GPIT', local: 'Local' },
        most: 50,
      },
      { name: 'opensOn', label: 'Opens on', type: 'day', optional: true },
      { name: 'expiresOn', label: 'Expires on', type: 'day', optional: true },
      { name: 'expired', label: 'Expired already', hint: 'Yes also where the day is not known', type: 'yes-no' },
      {
        name: 'priceNoticeDays',
        label: 'Days of notice of a dearer price',
        type: 'whole',
        most: 730,
      },
      { name: 'maximumTermMonths', label: 'Longest term in months', type: 'whole', most: 240 },
    ],
    check: ({ opensOn, expiresOn }): Record<string, string[]> =>
      typeof opensOn === 'string' && typeof expiresOn === 'string' && expiresOn < opensOn
        ? { expiresOn: ['A framework cannot expire before it opens'] }
        : {},
  },
  {
    slug: 'routes',
    title: 'Routes of the frameworks',
    one: 'route',
    table: 'FrameworkRoute',
    key: [
      { name: 'frameworkId', label: 'Framework', pattern: /^[A-Z]{3,10}\d{3}$/, example: 'TIF001' },
      {
        name: 'kind',
        label: 'Route',
        pattern: /^(direct-award|competition|off-catalogue)$/,
        example: 'direct-award, competition or off-catalogue',
      },
    ],
    mayAdd: true,
    refersTo: { frameworkId: 'Framework' },
    heading: 'kind',
    fields: [
      {
        name: 'capPounds',
        label: 'Most that an order may cost, in pounds without VAT',
        hint: 'Empty: no cap',
        type: 'whole',
        most: 20_000_000,
        optional: true,
      },
      { name: 'allowsFoundation', label: 'Foundation capabilities may be bought', type: 'yes-no' },
      {
        name: 'leastPriceWeight',
        label: 'Least weight of price, in percent',
        type: 'whole',
        most: 100,
        optional: true,
      },
      {
        name: 'greatestPriceWeight',
        label: 'Greatest weight of price, in percent',
        type: 'whole',
        most: 100,
        optional: true,
      },
    ],
    check: weightProblems,
  },
]

function weightProblems({ leastPriceWeight: least, greatestPriceWeight: most }: Values): Record<string, string[]> {
  if ((least === null) !== (most === null)) return { greatestPriceWeight: ['Enter both weights, or none'] }
  return typeof least === 'number' && typeof most === 'number' && most < least
    ? { greatestPriceWeight: ['The greatest weight cannot be below the least'] }
    : {}
}
