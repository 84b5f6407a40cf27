import { dependenciesOf, type Relation } from '@/lib/catalogue/dependencies/dependency'
import { pricesOf } from '@/lib/catalogue/listing-rules'
import type { ModuleView, ReferenceNames } from '@/lib/catalogue/module-view'
import { priceWords } from '@/lib/catalogue/prices/price-rules'
import { dayWords } from '@/lib/platform/days'
import { type Cell, type ComparedFor, listed, plain, stated } from './comparison'
import { list, row, type Section, text, union } from './comparison-row'
import {
  applicationRows,
  dataRows,
  hostingRows,
  roadMapRows,
  type StandardsOf,
  standardRows,
  supplierRows,
  supportRows,
} from './listing-section-rules'
import { announcedCell, onceCell, periodCell, termCell } from './price-cell-rules'

/** Every line of a comparison, section by section as on the module's page (P10–P24): a new field of the listing is one line here. */
export function sectionsOf(
  modules: ModuleView[],
  names: ReferenceNames,
  asked: ComparedFor,
  standards: StandardsOf,
): Section[] {
  const { patients, term } = asked
  const capability = (id: string) => names.capabilities[id]?.name ?? id
  const nameOf = (id: string) => modules.find((m) => m.id === id)?.listing.name ?? 'A module outside this comparison'
  const size = patients === null ? 'my list size' : `${patients.toLocaleString('en-GB')} patients`
  return [
    {
      title: 'Standing',
      rows: [
        row('Conformance', ({ standing }) => ({ words: standing.words, tone: tones[standing.kind] ?? 'bad' })),
        row('Conformance as of', ({ standing }) => stated(standing.asOf && dayWords(standing.asOf))),
        row('Supplier', (m) => plain(m.supplier.brand)),
        text('Version', (l) => l.version),
        row('Published on', (m) => plain(dayWords(m.publishedOn))),
      ],
    },
    {
      title: 'Price',
      rows: [
        row(`A month for ${size}`, (m) => periodCell(m.prices, patients, 'month')),
        row(`A year for ${size}`, (m) => periodCell(m.prices, patients, 'year')),
        row('Once', (m) => onceCell(m.prices, patients)),
        row(term === null ? 'Over the term' : `Over ${term} months`, (m) => termCell(m.prices, patients, term)),
        row('List prices', (m) => listed(m.prices.present.flatMap(priceWords))),
        row('Announced prices', (m) => announcedCell(m.prices)),
        row('Services', (m) => listed(m.listing.services.map(serviceWords))),
      ],
    },
    {
      title: 'Description',
      rows: [
        text('In short', (l) => l.summary),
        text('Link', (l) => l.link),
        row('Pilot', (m) => plain(m.listing.pilot ? 'Not yet live with patients' : 'Live with patients')),
        list('Features', (l) => l.features),
        list('Frameworks', (l) => l.frameworkIds.map((id) => names.frameworks[id] ?? id)),
      ],
    },
    {
      title: 'Capabilities',
      rows: union(modules, (m) => m.listing.capabilities.map((c) => c.id)).map((id) =>
        row(`${id} ${names.capabilities[id]?.name ?? ''}`.trim(), (m) => capabilityCell(m, id)),
      ),
    },
    { title: 'Standards', rows: standardRows(modules, standards) },
    {
      title: 'Integrations',
      rows: union(modules, (m) => m.listing.integrations.map((i) => i.type)).map((type) =>
        row(names.integrations[type] ?? type, (m) => integrationCell(m, type)),
      ),
    },
    {
      title: 'Needs and conflicts',
      rows: [
        row('Needs', (m) => {
          const needed = dependenciesOf(m.listing).flatMap((d) =>
            d.relation === 'requires'
              ? [d.capabilityId ? capability(d.capabilityId) : (d.moduleIds ?? []).map(nameOf).join(' or ')]
              : [],
          )
          return needed.length === 0 ? plain('Nothing else') : listed(needed)
        }),
        row('Cannot run beside', (m) => orNone(namedIn(m, 'conflicts').map(nameOf))),
        row('Said to work with', (m) => orNone(namedIn(m, 'works-with').map(nameOf))),
      ],
    },
    {
      title: 'How it is introduced',
      rows: [
        text('How it is introduced', (l) => l.implementation.text),
        row('Weeks to introduce it', ({ listing: { implementation } }) => weeksCell(implementation)),
      ],
    },
    { title: 'Application types', rows: applicationRows(modules) },
    { title: 'Hosting', rows: hostingRows },
    { title: 'Data processing', rows: dataRows },
    { title: 'Support', rows: supportRows(modules) },
    { title: 'Road map', rows: roadMapRows },
    { title: 'Who supplies it', rows: supplierRows },
  ]
}

const tones: Record<string, Cell['tone']> = {
  conformant: 'good',
  'conformant-until': 'good',
  'work-off': 'caution',
  remediation: 'caution',
  'not-assessed': 'unknown',
  withdrawn: 'unknown',
}

/** Claimed and assessed side by side in one word: what an assessor found outweighs what the supplier says. */
function capabilityCell(module: ModuleView, id: string): Cell {
  if (!module.listing.capabilities.some((c) => c.id === id)) return plain('Not claimed')
  if (module.failedCapabilityIds.includes(id)) return { words: 'Claimed, assessed: failed', tone: 'bad' }
  if (module.metCapabilityIds.includes(id)) return { words: 'Claimed, assessed: met', tone: 'good' }
  return { words: 'Claimed, not assessed', tone: 'unknown' }
}

function integrationCell(module: ModuleView, type: string): Cell {
  const own = module.listing.integrations.find((i) => i.type === type)
  return own ? plain(own.role === 'provider' ? 'Yes, as provider' : 'Yes, as consumer') : plain('Not claimed')
}

function weeksCell({ weeksFrom, weeksTo }: ModuleView['listing']['implementation']): Cell {
  return stated(weeksFrom === null || weeksTo === null ? null : `${weeksFrom} to ${weeksTo}`)
}

function serviceWords({ name, price }: ModuleView['listing']['services'][number]): string {
  return price
    ? `${name} (${pricesOf({ prices: [price] })
        .flatMap(priceWords)
        .join('; ')})`
    : name
}

const orNone = (words: string[]): Cell => (words.length === 0 ? plain('None stated') : listed(words))

const namedIn = ({ listing }: ModuleView, relation: Relation): string[] =>
  dependenciesOf(listing).flatMap((d) => (d.relation === relation ? (d.moduleIds ?? []) : []))
