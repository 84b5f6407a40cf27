import type { Resource } from '@medplum/fhirtypes'
import type { Behaviour, DateAsked, Fault, Page } from '../behaviour'
import type { Call } from '../call'

const dates = (change: (usual: boolean, asked: DateAsked, resource: Resource) => boolean): Behaviour => ({
  matchesDate: change,
})
/** The text of the first date of a resource that has this element. */
const dateOf = (resource: Resource, ...names: string[]): string =>
  String(names.map((name) => (resource as unknown as Record<string, unknown>)[name]).find(Boolean) ?? '')
const born = (resource: Resource) => dateOf(resource, 'birthDate')
const byPost = (call: Call) => call.method === 'POST'
const pagesByPost = (change: (usual: Page) => Page): Behaviour => ({
  page: (usual, { call }) => (byPost(call) ? change(usual) : usual),
})

/** What dates find, and what is found when a search comes as a form. */
export const dateFaults: Record<string, Fault> = {
  'ge-without-equal': {
    says: 'reads ge as gt where patients are searched by birth date',
    mustFail: 'SRCH-02',
    behaviour: dates((usual, { name, prefix, value }, one) =>
      name === 'birthdate' && prefix === 'ge' && born(one) === value ? false : usual,
    ),
  },
  'le-without-equal': {
    says: 'reads le as lt where patients are searched by birth date',
    mustFail: 'SRCH-02',
    behaviour: dates((usual, { name, prefix, value }, one) =>
      name === 'birthdate' && prefix === 'le' && born(one) === value ? false : usual,
    ),
  },
  'gt-with-equal': {
    says: 'reads gt as ge where observations are searched',
    mustFail: 'SRCH-02',
    behaviour: dates(
      (usual, { name, prefix, value }, one) =>
        usual || (name === 'date' && prefix === 'gt' && dateOf(one, 'effectiveDateTime').startsWith(value)),
    ),
  },
  'lt-with-equal': {
    says: 'reads lt as le where patients are searched by birth date',
    mustFail: 'SRCH-02',
    behaviour: dates((usual, { prefix, value }, one) => usual || (prefix === 'lt' && born(one) === value)),
  },
  'ignores-prefixes': {
    says: 'drops the prefix of a date of observations',
    mustFail: 'SRCH-02',
    behaviour: dates((usual, { name, prefix, value }, one) =>
      name === 'date' && prefix !== 'eq' ? dateOf(one, 'effectiveDateTime').startsWith(value) : usual,
    ),
  },
  'ignores-dates': {
    says: 'finds all observations, whatever the date',
    mustFail: 'SRCH-02',
    behaviour: dates((usual, { name }, one) => usual || (name === 'date' && one.resourceType === 'Observation')),
  },
  'month-is-its-first-day': {
    says: 'reads a month as its first day',
    mustFail: 'SRCH-02',
    behaviour: dates((usual, { prefix, value }, one) =>
      prefix === 'eq' && value.length === 7 ? born(one) === `${value}-01` : usual,
    ),
  },
  'year-finds-nothing': {
    says: 'finds nobody by a year of birth',
    mustFail: 'SRCH-02',
    behaviour: dates((usual, { name, value }) => (name === 'birthdate' && value.length === 4 ? false : usual)),
  },
  'not-equal-is-equal': {
    says: 'reads ne as eq',
    mustFail: 'SRCH-02',
    behaviour: dates((usual, { prefix }) => (prefix === 'ne' ? !usual : usual)),
  },
  'post-drops-the-form': {
    says: 'finds all patients where they are searched by POST',
    mustFail: 'SRCH-03',
    behaviour: {
      finds: async (usual, call, store) => (byPost(call) && call.type === 'Patient' ? store.all('Patient') : usual),
    },
  },
  'post-drops-the-form-of-one-type': {
    says: 'finds the observations of all patients by POST',
    mustFail: 'SRCH-03',
    behaviour: {
      finds: async (usual, call, store) =>
        byPost(call) && call.type === 'Observation' ? store.all('Observation') : usual,
    },
  },
  'post-finds-nobody': {
    says: 'finds nothing by POST',
    mustFail: 'SRCH-03',
    behaviour: { finds: (usual, call) => (byPost(call) ? [] : usual) },
  },
  'post-drops-the-address': {
    says: 'reads the form of a search by POST, and not what stands in its address',
    mustFail: 'SRCH-03',
    behaviour: {
      finds: (usual, call) => (byPost(call) && call.query[0]?.[0] === '_count' ? usual.slice(0, 0) : usual),
    },
  },
  'post-counts-the-page': {
    says: 'counts what is on the page where a search comes by POST',
    mustFail: 'SRCH-03',
    behaviour: pagesByPost((usual) => ({ ...usual, total: usual.items.length })),
  },
  'post-has-no-next': {
    says: 'has no further page where a search comes by POST',
    mustFail: 'SRCH-03',
    behaviour: pagesByPost((usual) => ({ ...usual, next: null })),
  },
  'post-ignores-params': {
    says: 'drops unknown parameters of a form',
    mustFail: 'SRCH-03',
    behaviour: { knowsParameter: (usual, call) => usual || byPost(call) },
  },
}
