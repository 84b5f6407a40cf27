import type { Behaviour, Fault } from '../behaviour'
import type { Call, Reply } from '../call'

/** Another header on some replies. */
function header(name: string, value: string | undefined, where: (call: Call, reply: Reply) => boolean): Behaviour {
  return {
    sends: (usual, call) => {
      if (!where(call, usual)) return usual
      const { [name]: _, ...others } = usual.headers
      return { ...usual, headers: value === undefined ? others : { ...others, [name]: value } }
    },
  }
}
const isFhir = (_: Call, reply: Reply) => reply.headers['content-type']?.startsWith('application/fhir+json') === true

/** How answers are labelled. */
export const headerFaults: Record<string, Fault> = {
  'wrong-ctype': {
    says: 'calls FHIR plain JSON',
    mustFail: 'HDR-01',
    behaviour: header('content-type', 'application/json', isFhir),
  },
  'wrong-ctype-of-errors': {
    says: 'calls an OperationOutcome plain JSON',
    mustFail: 'HDR-01',
    behaviour: header('content-type', 'application/json', (call, reply) => reply.status >= 400 && isFhir(call, reply)),
  },
  'wrong-ctype-of-record': {
    says: 'calls the structured record plain JSON',
    mustFail: 'HDR-01',
    behaviour: header('content-type', 'application/json', (call) => call.kind === 'record'),
  },
  'wrong-ctype-of-one-type': {
    says: 'calls observations plain JSON when one is read',
    mustFail: 'HDR-01',
    behaviour: header(
      'content-type',
      'application/json',
      (call) => call.kind === 'read' && call.type === 'Observation',
    ),
  },
  'latin-charset': {
    says: 'says that its answers are Latin-1',
    mustFail: 'HDR-01',
    behaviour: header('content-type', 'application/fhir+json; charset=iso-8859-1', isFhir),
  },
  'cacheable-record': {
    says: 'lets caches keep the structured record',
    mustFail: 'HDR-02',
    behaviour: header('cache-control', 'private, max-age=60', (call) => call.kind === 'record'),
  },
  'cacheable-search': {
    says: 'says nothing of caching on searches',
    mustFail: 'HDR-02',
    behaviour: header('cache-control', undefined, (call) => call.kind === 'search'),
  },
  'cacheable-read-of-one-type': {
    says: 'lets caches keep an observation that is read',
    mustFail: 'HDR-02',
    behaviour: header('cache-control', 'no-cache', (call) => call.kind === 'read' && call.type === 'Observation'),
  },
  'cacheable-files': {
    says: 'lets caches keep the files of an export',
    mustFail: 'HDR-02',
    behaviour: header('cache-control', 'max-age=3600', (call) => call.kind === 'export-file'),
  },
  'cacheable-create': {
    says: 'lets caches keep what a create answers',
    mustFail: 'HDR-02',
    behaviour: header('cache-control', 'private', (call, reply) => call.kind === 'create' && reply.status === 201),
  },
}
