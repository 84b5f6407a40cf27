import type { Behaviour, Fault } from '../behaviour'
import type { Call, Reply } from '../call'

/** Each text of a resource through `change`, wherever it stands. */
function texts(change: (text: string, key: string) => string): Behaviour {
  const walk = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return change(value, key)
    if (Array.isArray(value)) return value.map((inner) => walk(inner, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, name === 'resourceType' ? inner : walk(inner, name)]),
    )
  }
  return { keeps: (usual) => (usual.resourceType === 'Appointment' ? usual : (walk(usual, '') as typeof usual)) }
}
/** Each element of this name through `change`, wherever it stands. */
function elements(name: string, change: (value: unknown) => unknown): Behaviour {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (value === null || typeof value !== 'object') return value
    const kept = Object.entries(value).map(([key, inner]) => [key, key === name ? change(inner) : walk(inner)])
    return Object.fromEntries(kept.filter(([, inner]) => inner !== undefined))
  }
  return { keeps: (usual) => walk(usual) as typeof usual }
}
const created = (change: (usual: Reply, call: Call) => Reply): Behaviour => ({
  sends: (usual, call) =>
    call.kind === 'create' && call.type !== 'Appointment' && usual.status === 201 ? change(usual, call) : usual,
})
function without(reply: Reply, name: string): Reply {
  const { [name]: _, ...headers } = reply.headers
  return { ...reply, headers }
}
const dayBefore = (day: string) => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10)
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** What becomes of what is written. */
export const writeFaults: Record<string, Fault> = {
  'drops-name-part': {
    says: 'keeps one given name',
    mustFail: 'WRT-01',
    behaviour: elements('given', (value) => list(value).slice(0, 1)),
  },
  'shifts-old-dates': {
    says: 'keeps days before 1970 as the day before',
    mustFail: 'WRT-01',
    behaviour: texts((text) => (/^\d{4}-\d\d-\d\d$/.test(text) && text < '1970' ? dayBefore(text) : text)),
  },
  'strips-diacritics': {
    says: 'loses the marks on letters',
    mustFail: 'WRT-01',
    behaviour: texts((text) => text.normalize('NFD').replace(/\p{M}/gu, '')),
  },
  'loses-stroke': {
    says: 'writes L for Ł',
    mustFail: 'WRT-01',
    behaviour: texts((text) => text.replaceAll('Ł', 'L')),
  },
  'doubles-apostrophes': {
    says: 'keeps an apostrophe twice',
    mustFail: 'WRT-01',
    behaviour: texts((text) => text.replaceAll("'", "''")),
  },
  'escapes-markup': {
    says: 'keeps markup escaped',
    mustFail: 'WRT-01',
    behaviour: texts((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
  },
  'upper-cases-names': {
    says: 'keeps family names in capitals',
    mustFail: 'WRT-01',
    behaviour: texts((text, key) => (key === 'family' ? text.toUpperCase() : text)),
  },
  'loses-offset': {
    says: 'keeps a time without converting it to the zone it claims',
    mustFail: 'WRT-01',
    behaviour: texts((text) => (/T.*\+(?!00:00)\d\d:\d\d$/.test(text) ? text.replace(/\+\d\d:\d\d$/, '+00:00') : text)),
  },
  'completes-partial-dates': {
    says: 'makes a day out of a month',
    mustFail: 'WRT-01',
    behaviour: texts((text) => (/^\d{4}-\d\d$/.test(text) ? `${text}-01` : text)),
  },
  'rounds-decimals': {
    says: 'keeps two decimals',
    mustFail: 'WRT-01',
    behaviour: elements('value', (value) => (typeof value === 'number' ? Math.round(value * 100) / 100 : value)),
  },
  'sorts-names': {
    says: 'sorts given names',
    mustFail: 'WRT-01',
    behaviour: elements('given', (value) => list(value).map(String).sort()),
  },
  'drops-second-identifier': {
    says: 'keeps one identifier',
    mustFail: 'WRT-01',
    behaviour: elements('identifier', (value) => list(value).slice(0, 1)),
  },
  'drops-leading-zeros': {
    says: 'keeps an identifier as a number',
    mustFail: 'WRT-01',
    behaviour: texts((text, key) => (key === 'value' && /^0\d+$/.test(text) ? String(Number(text)) : text)),
  },
  'joins-lines': {
    says: 'joins the lines of a note',
    mustFail: 'WRT-01',
    behaviour: texts((text) => text.replaceAll('\n', ' ')),
  },
  'cuts-text': {
    says: 'cuts a text after forty characters',
    mustFail: 'WRT-01',
    behaviour: texts((text, key) => (key === 'text' ? text.slice(0, 40) : text)),
  },
  'drops-extensions': {
    says: 'does not keep extensions',
    mustFail: 'WRT-01',
    behaviour: elements('extension', () => undefined),
  },
  'drops-false': {
    says: 'does not keep what is false',
    mustFail: 'WRT-01',
    behaviour: elements('deceasedBoolean', (value) => (value === false ? undefined : value)),
  },
  'adds-language': {
    says: 'adds a language to an observation that had none',
    mustFail: 'WRT-01',
    behaviour: {
      keeps: (usual) => (usual.resourceType === 'Observation' ? { ...usual, language: 'en' } : usual),
    },
  },
  'no-location': {
    says: 'does not say where a created resource is',
    mustFail: 'WRT-01',
    behaviour: created((usual) => without(usual, 'location')),
  },
  'location-elsewhere': {
    says: 'names the place of another resource',
    mustFail: 'WRT-01',
    behaviour: created((usual, call) => {
      const location = usual.headers.location!.replace(
        /\/[^/]+\/_history.*$/,
        call.type === 'Patient' ? '/p1' : '/none',
      )
      return { ...usual, headers: { ...usual.headers, location } }
    }),
  },
  'location-offsite': {
    says: 'names a place outside its base',
    mustFail: 'WRT-01',
    behaviour: created((usual) => ({
      ...usual,
      headers: { ...usual.headers, location: usual.headers.location!.replace('sandbox.test', 'internal.example.org') },
    })),
  },
  'create-200': {
    says: 'answers a create with 200',
    mustFail: 'WRT-01',
    behaviour: created((usual) => ({ ...usual, status: 200 })),
  },
}
