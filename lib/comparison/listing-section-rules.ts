import { valueWords } from '@/lib/assurance/gate-rules'
import type { StandardValue } from '@/lib/assurance/standard-value'
import {
  type ApplicationType,
  applicationTexts,
  applicationTextsOf,
  applicationTypes,
  applicationWords,
  browserWords,
  hasSpeed,
  speedWords,
} from '@/lib/catalogue/application'
import { processingTexts } from '@/lib/catalogue/data-processing'
import { hostingWords } from '@/lib/catalogue/listing'
import type { ModuleView } from '@/lib/catalogue/module-view'
import { type SupportHours, serviceTypeWords, weekdaysInWords } from '@/lib/catalogue/service-levels'
import { type Cell, listed, plain, stated } from './comparison'
import { list, type Row, row, text, union } from './comparison-row'

/** What is derived of each standard, by module version. */
export type StandardsOf = Map<string, Pick<StandardValue, 'standardId' | 'name' | 'version' | 'value'>[]>

const valueTones: Partial<Record<StandardValue['value'], Cell['tone']>> = {
  MET: 'good',
  MET_MACHINE: 'good',
  UNKNOWN: 'unknown',
  NOT_APPLICABLE: 'plain',
  WORK_OFF: 'caution',
  WAIVED: 'caution',
}
const capital = (words: string) => words[0]!.toUpperCase() + words.slice(1)

/** P13: nothing known of a standard is "unknown", never green; one that does not apply says so. */
export function standardRows(modules: ModuleView[], standards: StandardsOf): Row[] {
  const of = (m: ModuleView) => standards.get(m.moduleVersionId) ?? []
  const names = new Map(modules.flatMap((m) => of(m).map((s) => [s.standardId, s.name] as const)))
  return union(modules, (m) => of(m).map((s) => s.standardId)).map((id) =>
    row(`${id} ${names.get(id) ?? ''}`.trim(), (m) => {
      const own = of(m).find((s) => s.standardId === id)
      if (!own) return plain('Does not apply')
      return {
        words: `${capital(valueWords[own.value])}, version ${own.version}`,
        tone: valueTones[own.value] ?? 'bad',
      }
    }),
  )
}

/** P19: the texts of each application type that any of the modules has. */
export function applicationRows(modules: ModuleView[]): Row[] {
  const used = applicationTypes.filter((type) => modules.some((m) => applicationOf(m, type)))
  return [
    list('Used with', (l) => l.applications.map((a) => applicationWords[a.type])),
    list('Browsers', (l) => l.applications.flatMap((a) => (a.browsers ?? []).map((b) => browserWords[b]))),
    row('Made for mobile first', (m) => yesNo(applicationOf(m, 'browser')?.mobileFirst)),
    ...used.flatMap((type) => [
      ...(hasSpeed(type) ? [row(`${applicationWords[type]}: speed at least`, (m) => speedOf(m, type))] : []),
      ...applicationTextsOf(type).map((key) =>
        row(`${applicationWords[type]}: ${applicationTexts[key].label.toLowerCase()}`, (m) =>
          applicationOf(m, type) ? stated(applicationOf(m, type)?.[key]) : plain('Not used with it'),
        ),
      ),
    ]),
  ]
}

const applicationOf = (m: ModuleView, type: ApplicationType) => m.listing.applications.find((a) => a.type === type)
function speedOf(m: ModuleView, type: ApplicationType): Cell {
  const own = applicationOf(m, type)
  return own ? stated(own.speed && speedWords(own.speed)) : plain('Not used with it')
}
const yesNo = (answer: boolean | null | undefined): Cell =>
  stated(answer === null || answer === undefined ? null : answer ? 'Yes' : 'No')

/** P20. */
export const hostingRows: Row[] = [
  list('Hosting', (l) => l.hosting.map((h) => hostingWords[h.type])),
  list('Stored in', (l) => l.hosting.flatMap((h) => h.country ?? [])),
  list('HSCN needed', (l) =>
    l.hosting.flatMap((h) => (h.hscn === null ? [] : `${hostingWords[h.type]}: ${h.hscn ? 'yes' : 'no'}`)),
  ),
  list('How it is hosted', (l) => l.hosting.flatMap((h) => h.summary ?? [])),
]

/** P21. */
export const dataRows: Row[] = [
  ...Object.entries(processingTexts).map(([key, label]) =>
    text(label, (l) => l.dataProcessing?.[key as keyof typeof processingTexts]),
  ),
  row('Sub-processors', ({ listing: { dataProcessing } }) =>
    dataProcessing === undefined
      ? stated(null)
      : dataProcessing.subProcessors.length === 0
        ? plain('None named')
        : listed(dataProcessing.subProcessors.map((s) => s.name)),
  ),
]

/** P22: hours, and every kind of promise that any of the modules makes. */
export function supportRows(modules: ModuleView[]): Row[] {
  return [
    text('Type of service', (l) => l.serviceLevels?.type && serviceTypeWords[l.serviceLevels.type]),
    row('Support hours', ({ listing: { serviceLevels, supportHours } }) =>
      serviceLevels?.hours.length ? listed(serviceLevels.hours.map(hoursWords)) : stated(supportHours),
    ),
    ...union(modules, (m) => (m.listing.serviceLevels?.levels ?? []).map((l) => l.type)).map((type) =>
      row(`Promised: ${type}`, (m) => {
        const own = m.listing.serviceLevels?.levels.find((level) => level.type === type)
        return own ? plain(`${own.level}${own.credits ? ', with credits' : ''}`) : plain('Not promised')
      }),
    ),
    row('Measured', () => ({ words: 'Not measured', tone: 'unknown' })),
  ]
}

const hoursWords = ({ type, from, until, days }: SupportHours) =>
  `${type}: ${weekdaysInWords(days)}, ${from} to ${until}`

/** P23. */
export const roadMapRows: Row[] = [
  list('Road map', (l) => l.roadMap.map((step) => `${step.title} (${step.quarter})`)),
  text('The supplier’s own road map', (l) => l.roadMapLink),
]

/** P24. */
export const supplierRows: Row[] = [
  row('Legal name', (m) => plain(m.supplier.legalName)),
  row('Company number', (m) => stated(m.supplier.companyNumber)),
  row('About the supplier', (m) => stated(m.listing.supplier?.about ?? m.supplier.about)),
  row('Its site', (m) => stated(m.listing.supplier?.site)),
]
