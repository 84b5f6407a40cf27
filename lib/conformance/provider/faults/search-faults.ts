import type { Patient, Resource } from '@medplum/fhirtypes'
import type { Behaviour, Fault, Page, PageRequest } from '../behaviour'
import type { Call } from '../call'
import { seedNhsNumbers } from '../seed'
import { hasNumber } from '../structured-record'

/** The value of an identifier that patients are searched by. */
function numberAsked(call: Call): { system: string | undefined; value: string } | undefined {
  const given = call.type === 'Patient' ? call.query.find(([name]) => name === 'identifier')?.[1] : undefined
  if (given === undefined) return undefined
  const [first, second] = given.split('|')
  return second === undefined ? { system: undefined, value: first! } : { system: first!, value: second }
}

/** Another answer where patients are searched by number. */
function byNumber(
  find: (usual: Resource[], asked: { system: string | undefined; value: string }, all: Patient[]) => Resource[],
): Behaviour {
  return {
    finds: async (usual, call, store) => {
      const asked = numberAsked(call)
      return asked ? find(usual, asked, await store.all<Patient>('Patient')) : usual
    },
  }
}
const paging = (page: (usual: Page, request: PageRequest) => Page): Behaviour => ({ page })
const elsewhere = (change: (address: string) => string): Behaviour =>
  paging((usual) => ({ ...usual, next: usual.next && change(usual.next) }))

/** What searches find, and how the pages hang together. */
export const searchFaults: Record<string, Fault> = {
  'search-finds-more': {
    says: 'finds the next patient too',
    mustFail: 'SRCH-01',
    behaviour: byNumber((usual, _, all) =>
      usual.length === 0 ? usual : [...usual, ...all.filter((one) => one.id !== usual[0]!.id).slice(0, 1)],
    ),
  },
  'search-misses': {
    says: 'does not find one of its patients by number',
    mustFail: 'SRCH-01',
    behaviour: byNumber((usual, asked) => (asked.value === seedNhsNumbers[2] ? [] : usual)),
  },
  'search-finds-another': {
    says: 'finds another patient where the number has no system',
    mustFail: 'SRCH-01',
    behaviour: byNumber((usual, asked, all) =>
      asked.system === undefined && usual.length > 0 ? all.filter((one) => one.id !== usual[0]!.id).slice(0, 1) : usual,
    ),
  },
  'search-forgets-system': {
    says: 'finds a patient by the number of another system',
    mustFail: 'SRCH-01',
    behaviour: byNumber((_, asked, all) =>
      all.filter((one) => one.identifier?.some((has) => has.value === asked.value)),
    ),
  },
  'search-by-beginning': {
    says: 'finds a patient by the first nine digits',
    mustFail: 'SRCH-01',
    behaviour: byNumber((usual, asked, all) =>
      usual.length > 0
        ? usual
        : all.filter((one) =>
            seedNhsNumbers.some((number) => hasNumber(one, number) && number.slice(0, 9) === asked.value.slice(0, 9)),
          ),
    ),
  },
  'search-finds-all': {
    says: 'finds everybody where nobody has the number',
    mustFail: 'SRCH-01',
    behaviour: byNumber((usual, _, all) => (usual.length > 0 ? usual : all)),
  },
  'paging-dup': {
    says: 'gives the last item of a page on the next one again',
    mustFail: 'PAGE-01',
    behaviour: paging((usual, { all, offset, size }) => ({
      ...usual,
      items: all.slice(Math.max(0, offset - 1), offset + size),
    })),
  },
  'paging-drops': {
    says: 'loses the first item of every further page',
    mustFail: 'PAGE-01',
    behaviour: paging((usual, { offset }) => ({ ...usual, items: offset > 0 ? usual.items.slice(1) : usual.items })),
  },
  'paging-stops': {
    says: 'ends after the second page',
    mustFail: 'PAGE-01',
    behaviour: paging((usual, { offset }) => ({ ...usual, next: offset > 0 ? null : usual.next })),
  },
  'paging-endless': {
    says: 'leads from the last page to the first',
    mustFail: 'PAGE-01',
    behaviour: paging((usual, { offset, at }) => ({ ...usual, next: usual.next ?? (offset > 0 ? at(0) : null) })),
  },
  'paging-empty-for-ever': {
    says: 'goes on with empty pages',
    mustFail: 'PAGE-01',
    behaviour: paging((usual, { offset, size, at }) => ({
      ...usual,
      next: usual.next ?? (offset > 0 ? at(offset + size) : null),
    })),
  },
  'total-off': {
    says: 'counts one too many',
    mustFail: 'PAGE-01',
    behaviour: paging((usual, { all, size }) => ({ ...usual, total: all.length > size ? all.length + 1 : all.length })),
  },
  'total-of-page': {
    says: 'counts what is on the page',
    mustFail: 'PAGE-01',
    behaviour: paging((usual) => ({ ...usual, total: usual.items.length })),
  },
  'total-shrinks': {
    says: 'counts what is left on further pages',
    mustFail: 'PAGE-01',
    behaviour: paging((usual, { all, offset }) => ({ ...usual, total: all.length - offset })),
  },
  'no-total': {
    says: 'does not count',
    mustFail: 'PAGE-01',
    behaviour: paging((usual) => ({ ...usual, total: undefined })),
  },
  'paging-offsite': {
    says: 'leads to an address inside its cloud',
    mustFail: 'PAGE-01',
    behaviour: elsewhere((next) => next.replace(/^http:\/\/[^/]+/, 'http://169.254.169.254')),
  },
  'paging-look-alike': {
    says: 'leads to a name that begins like its own',
    mustFail: 'PAGE-01',
    behaviour: elsewhere((next) => next.replace('sandbox.test', 'sandbox.test.example.org')),
  },
  'paging-beside-base': {
    says: 'leads to a path that begins like its base',
    mustFail: 'PAGE-01',
    behaviour: elsewhere((next) => next.replace('/fhir/', '/fhir-internal/')),
  },
  'paging-other-port': {
    says: 'leads to another port',
    mustFail: 'PAGE-01',
    behaviour: elsewhere((next) => next.replace(/:\d+\//, ':1/')),
  },
  'paging-hidden-host': {
    says: 'hides another host behind its own name',
    mustFail: 'PAGE-01',
    behaviour: elsewhere((next) => next.replace(/^http:\/\/([^/]+)\//, 'http://$1@169.254.169.254/')),
  },
  'paging-dots': {
    says: 'leads out of its base with dots',
    mustFail: 'PAGE-01',
    behaviour: elsewhere((next) => next.replace('/fhir/', '/fhir/../admin/')),
  },
  slow: {
    says: 'takes more than three seconds for the record of one patient',
    mustFail: 'PERF-01',
    behaviour: {
      delay: (call) =>
        call.kind === 'record' && JSON.stringify(call.body ?? null).includes(seedNhsNumbers[3]!) ? 3_050 : 0,
    },
  },
}
