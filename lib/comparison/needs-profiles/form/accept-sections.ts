import { optionsOf, type Rows, rowFields, rowValues } from '@/lib/catalogue/drafts/cells'
import { many, one } from '@/lib/catalogue/drafts/draft-section'
import { type ApplicationType, applicationWords, type Hosting, hostingWords } from '@/lib/catalogue/listing'
import type { Limits } from '../../optimiser/choice'
import {
  type AcceptedPairing,
  type AcceptedStanding,
  avoidReason,
  most,
  pairingWords,
  standingsToAccept,
} from '../needs-content'
import { changeOr, type NeedsFacts, type NeedsSection } from './needs-section'

const hscnWords = { any: 'It may need it', 'not-needed': 'It must work without' } as const
const chosen = <K extends string>(words: Record<K, string>, values: string[]): K[] =>
  (Object.keys(words) as K[]).filter((key) => values.includes(key))

export const accepted: NeedsSection = {
  slug: 'accepted',
  title: 'What you accept',
  lead: 'Modules that do not fit here are named under “not considered”, with the reason. A module that nobody has assessed may turn out not to conform: accept it only knowingly.',
  fields: () => [
    { name: 'standings', label: 'Standing', kind: 'checks', options: optionsOf(standingsToAccept) },
    {
      name: 'provenOnly',
      label: 'Capabilities',
      kind: 'check',
      hint: 'Only what was assessed as met counts, not what a supplier claims',
    },
    {
      name: 'pairing',
      label: 'That it works beside the record system',
      kind: 'choice',
      options: optionsOf(pairingWords),
    },
    {
      name: 'hostings',
      label: 'Hosting',
      kind: 'checks',
      hint: 'None ticked: every kind',
      options: optionsOf(hostingWords),
    },
    {
      name: 'applications',
      label: 'Kind of application',
      kind: 'checks',
      hint: 'None ticked: every kind. One of them is enough.',
      options: optionsOf(applicationWords),
    },
    { name: 'country', label: 'Country in which data is kept', kind: 'text', max: 100, hint: 'Empty: any' },
    { name: 'hscn', label: 'The health and care network (HSCN)', kind: 'choice', options: optionsOf(hscnWords) },
  ],
  values: ({ content: { accepted } }) => ({
    standings: accepted.standings,
    provenOnly: accepted.provenOnly ? 'yes' : '',
    pairing: accepted.pairing,
    hostings: accepted.hostings,
    applications: accepted.applications,
    country: accepted.country ?? '',
    hscn: accepted.hscn,
  }),
  read: (raw) => {
    const faults: Record<string, string[]> = {}
    const standings = chosen<AcceptedStanding>(standingsToAccept, many(raw, 'standings'))
    if (standings.length === 0) faults.standings = ['Choose at least one standing']
    const [pairing, hscn, country] = [one(raw, 'pairing'), one(raw, 'hscn'), one(raw, 'country').trim()]
    if (!Object.hasOwn(pairingWords, pairing)) faults.pairing = ['Choose how sure it must be']
    if (!Object.hasOwn(hscnWords, hscn)) faults.hscn = ['Choose whether a module may need it']
    if (country.length > 100) faults.country = ['Country must be 100 characters or fewer']
    return changeOr(faults, {
      content: {
        accepted: {
          standings,
          provenOnly: one(raw, 'provenOnly') === 'yes',
          pairing: pairing as AcceptedPairing,
          hostings: chosen<Hosting>(hostingWords, many(raw, 'hostings')),
          applications: chosen<ApplicationType>(applicationWords, many(raw, 'applications')),
          country: country === '' ? null : country,
          hscn: hscn as keyof typeof hscnWords,
        },
      },
    })
  },
  step: ({ content }) => (content.accepted.standings.includes('not-assessed') ? 'completed' : 'optional'),
}

const rowsOf = ({ modules }: NeedsFacts): Rows => {
  const suppliers = new Map(modules.map(({ supplierId, supplierName }) => [supplierId, supplierName]))
  return {
    letter: 'a',
    title: 'Avoid',
    most: most.avoid,
    cells: {
      what: {
        label: 'Supplier or module',
        kind: 'select',
        options: [
          { value: '', text: 'Nothing' },
          ...[...suppliers].map(([id, name]) => ({ value: `supplier:${id}`, text: `${name}, every module` })),
          ...modules.map(({ id, name, supplierName }) => ({ value: `module:${id}`, text: `${name}, ${supplierName}` })),
        ],
      },
      reason: {
        label: 'Why',
        kind: 'area',
        max: avoidReason.most,
        hint: '30 to 300 characters. It is shown in the evidence.',
      },
    },
  }
}

export const avoid: NeedsSection = {
  slug: 'avoid',
  title: 'What you avoid',
  lead: 'A plan takes none of these. Your reason stands in the evidence of every plan, so write it as you would defend it.',
  fields: ({ content }, facts) => rowFields(rowsOf(facts), content.avoid.length),
  values: ({ content }, facts) =>
    rowValues(
      rowsOf(facts),
      content.avoid.map(({ kind, id, reason }) => ({ what: `${kind}:${id}`, reason })),
    ),
  read: (raw, _, { modules }) => {
    const faults: Record<string, string[]> = {}
    const avoid = Array.from({ length: most.avoid }, (_, i) => `a${i}`).flatMap((prefix): Limits['avoid'] => {
      const [what, reason] = [one(raw, `${prefix}-what`), one(raw, `${prefix}-reason`).trim()]
      if (what === '') {
        if (reason !== '') faults[`${prefix}-what`] = ['Choose what this reason is about']
        return []
      }
      const [kind, id = ''] = what.split(':')
      const module = modules.find((known) => (kind === 'module' ? known.id : known.supplierId) === id)
      if (!module || (kind !== 'module' && kind !== 'supplier')) {
        faults[`${prefix}-what`] = ['Choose a supplier or module of the list']
        return []
      }
      if (reason.length < avoidReason.least || reason.length > avoidReason.most)
        faults[`${prefix}-reason`] = ['Say why in 30 to 300 characters']
      return [{ kind, id, name: kind === 'module' ? module.name : module.supplierName, reason }]
    })
    return changeOr(faults, { content: { avoid } })
  },
  step: ({ content }) => (content.avoid.length > 0 ? 'completed' : 'optional'),
}
