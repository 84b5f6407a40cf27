import type { RoadMapStep, SupplierContact, SupplierWords } from '../listing'
import {
  mostOf,
  type ServiceLevel,
  type ServiceLevels,
  type ServiceType,
  type SupportContact,
  type SupportHours,
  serviceTypeWords,
  weekdayWords,
} from '../service-levels'
import {
  blockFields,
  blockValues,
  type Cells,
  optionsOf,
  orNotStated,
  type Rows,
  readBlock,
  readRows,
  rowFields,
  rowValues,
  stated,
} from './cells'
import { type DraftSection, rawForm } from './draft-section'

const serviceCells: Cells = {
  type: { label: 'Type of service', kind: 'choice', options: orNotStated(optionsOf(serviceTypeWords)) },
  hours: { label: 'Support hours in words', kind: 'area', max: 500 },
}
const hours: Rows = {
  letter: 'h',
  title: 'Support hours',
  most: mostOf.hours,
  cells: {
    type: { label: 'What kind of support', kind: 'text', max: 100, needed: true },
    from: { label: 'From', kind: 'time', needed: true },
    until: { label: 'Until', kind: 'time', needed: true },
    days: { label: 'Days', kind: 'checks', options: optionsOf(weekdayWords), needed: true },
    bankHolidays: { label: 'On bank holidays too', kind: 'yes-no' },
    extra: { label: 'Anything else', kind: 'area', max: 500 },
  },
}
const contacts: Rows = {
  letter: 'c',
  title: 'Way to reach you',
  most: mostOf.contacts,
  cells: {
    channel: { label: 'Channel, such as telephone', kind: 'text', max: 300, needed: true },
    detail: { label: 'Number, address or instructions', kind: 'area', max: 1000, needed: true },
    hours: { label: 'When', kind: 'text', max: 300 },
  },
}
const levels: Rows = {
  letter: 'l',
  title: 'Service level',
  most: mostOf.levels,
  cells: {
    type: { label: 'What is promised', kind: 'text', max: 100, needed: true },
    level: { label: 'Level', kind: 'area', max: 1000, needed: true },
    measured: { label: 'How it is measured', kind: 'area', max: 1000 },
    credits: { label: 'Service credits when it is missed', kind: 'yes-no' },
  },
}

/** P22. */
export const support: DraftSection = {
  slug: 'support',
  code: 'P22',
  title: 'Service levels and support',
  needed: 'of-modules',
  fields: ({ serviceLevels: s }) => [
    ...blockFields('service', 'The service', serviceCells),
    ...rowFields(hours, s?.hours.length ?? 0),
    ...rowFields(contacts, s?.contacts.length ?? 0),
    ...rowFields(levels, s?.levels.length ?? 0),
  ],
  values: ({ serviceLevels: s, supportHours }) => ({
    ...blockValues('service', serviceCells, { type: s?.type ?? null, hours: supportHours }),
    ...rowValues(hours, s?.hours ?? []),
    ...rowValues(contacts, s?.contacts ?? []),
    ...rowValues(levels, s?.levels ?? []),
  }),
  schema: rawForm.transform((form, ctx) => {
    const said = readBlock<{ type: ServiceType | null; hours: string | null }>(form, ctx, 'service', serviceCells)
    const serviceLevels: ServiceLevels = {
      type: said?.type ?? null,
      hours: readRows<SupportHours>(form, ctx, hours),
      contacts: readRows<SupportContact>(form, ctx, contacts),
      levels: readRows<ServiceLevel>(form, ctx, levels),
    }
    const isSaid = Object.keys(stated(serviceLevels)).length > 0
    return { supportHours: said?.hours ?? null, serviceLevels: isSaid ? serviceLevels : undefined }
  }),
  isDone: ({ serviceLevels: s, supportHours }) =>
    s !== undefined &&
    s.type !== null &&
    (supportHours !== null || s.hours.length > 0) &&
    s.contacts.length > 0 &&
    s.levels.length > 0,
}

const steps: Rows = {
  letter: 'r',
  title: 'Step',
  most: 40,
  cells: {
    title: { label: 'What comes', kind: 'text', max: 100, needed: true },
    quarter: {
      label: 'Quarter',
      kind: 'text',
      max: 7,
      hint: 'Like Q1 2027',
      needed: true,
      pattern: { test: /^Q[1-4] \d{4}$/, words: 'Enter a quarter, like Q1 2027' },
    },
    detail: { label: 'More about it', kind: 'area', max: 300 },
    standard: { label: 'Standard and version it is for', kind: 'text', max: 100 },
  },
}
const roadMapCells: Cells = { link: { label: 'Link to your own road map', kind: 'link' } }

/** P23. */
export const roadMap: DraftSection = {
  slug: 'road-map',
  code: 'P23',
  title: 'Road map',
  needed: 'never',
  fields: (l) => [...blockFields('map', 'Your own road map', roadMapCells), ...rowFields(steps, l.roadMap.length)],
  values: (l) => ({
    ...blockValues('map', roadMapCells, { link: l.roadMapLink }),
    ...rowValues(steps, l.roadMap),
  }),
  schema: rawForm.transform((form, ctx) => ({
    roadMapLink: readBlock<{ link: string | null }>(form, ctx, 'map', roadMapCells)?.link ?? undefined,
    roadMap: readRows<RoadMapStep>(form, ctx, steps).map(({ title, quarter, ...rest }) => ({
      title,
      quarter,
      ...stated(rest),
    })),
  })),
  isDone: (l) => l.roadMap.length > 0,
}

const supplierCells: Cells = {
  about: { label: 'About the supplier', kind: 'area', max: 1100 },
  site: { label: 'Site', kind: 'link' },
}
const people: Rows = {
  letter: 'k',
  title: 'Contact',
  most: 2,
  cells: {
    name: { label: 'Name', kind: 'text', max: 100, needed: true },
    role: { label: 'Role', kind: 'text', max: 100 },
    email: { label: 'Email address', kind: 'email' },
    phone: { label: 'Telephone number', kind: 'text', max: 35 },
  },
}

/** P24, beside the names and the company number that the register of suppliers holds. */
export const supplier: DraftSection = {
  slug: 'supplier',
  code: 'P24',
  title: 'Supplier and contacts',
  needed: 'always',
  fields: (l) => [
    ...blockFields('supplier', 'The supplier', supplierCells),
    ...rowFields(people, l.supplier?.contacts.length ?? 0),
  ],
  values: ({ supplier: s }) =>
    s ? { ...blockValues('supplier', supplierCells, s), ...rowValues(people, s.contacts) } : {},
  schema: rawForm.transform((form, ctx) => {
    const said = readBlock<Omit<SupplierWords, 'contacts'>>(form, ctx, 'supplier', supplierCells)
    const known = readRows<SupplierContact>(form, ctx, people)
    if (!said && known.length === 0) return { supplier: undefined }
    return { supplier: { ...(said ?? { about: null, site: null }), contacts: known } }
  }),
  isDone: ({ supplier: s }) => s !== undefined && s.about !== null && s.contacts.length > 0,
}
