import type { Resource } from '@medplum/fhirtypes'
import type { Behaviour, Fault } from '../behaviour'
import type { Call, Reply } from '../call'
import { Refusal } from '../refusal'

const read = (change: (usual: Reply, call: Call) => Reply, kind: Call['kind'] = 'read'): Behaviour => ({
  sends: (usual, call) =>
    call.kind === kind && usual.status === 200 && call.type !== 'Appointment' ? change(usual, call) : usual,
})
const retold = (status: number): Behaviour => ({
  refuses: (usual) => (usual.status === 412 ? new Refusal(status, 'VERSION_CONFLICT', usual.message) : usual),
})
/** With another version in its meta. */
function versioned(body: unknown, version: string): unknown {
  const resource = body as Resource
  return { ...resource, meta: { ...resource.meta, versionId: version } }
}
const shortly = () => new Promise<void>((done) => setTimeout(done, 20))

/** Versions: how they are named, kept, and guarded. */
export const versionFaults: Record<string, Fault> = {
  'ignores-if-match': {
    says: 'does not look at If-Match',
    mustFail: 'WRT-02',
    behaviour: { ifMatch: () => undefined },
  },
  'ignores-if-match-of-one-type': {
    says: 'does not look at If-Match where an observation is changed',
    mustFail: 'WRT-02',
    behaviour: { ifMatch: (usual, call) => (call.type === 'Observation' ? undefined : usual) },
  },
  'takes-versions-that-never-were': {
    says: 'refuses the version before the last, and takes one that never was',
    mustFail: 'WRT-02',
    behaviour: { ifMatch: (usual) => (/^W\/"\d+"$/.test(usual ?? '') ? usual : undefined) },
  },
  'stale-is-409': {
    says: 'answers an update that has not seen the last version with 409',
    mustFail: 'WRT-02',
    behaviour: retold(409),
  },
  'stale-is-written': {
    says: 'refuses an update that has not seen the last version, and makes it all the same',
    mustFail: 'WRT-02',
    behaviour: { refusedUpdate: async (resource, store) => void (await store.updateResource(resource)) },
  },
  'stale-without-outcome': {
    says: 'refuses an update that has not seen the last version without an OperationOutcome',
    mustFail: 'WRT-02',
    behaviour: { sends: (usual) => (usual.status === 412 ? { ...usual, body: '' } : usual) },
  },
  'races-updates': {
    says: 'looks at the version first and writes then, so that two at once are both made',
    mustFail: 'WRT-02',
    behaviour: { hesitates: (type) => (type === 'Appointment' ? undefined : shortly()) },
  },
  'update-loses-identifier': {
    says: 'answers an update with 200, and keeps one identifier',
    mustFail: 'WRT-02',
    behaviour: {
      keeps: (usual) => {
        const { identifier } = usual as { identifier?: { value?: string }[] }
        const kept = Array.isArray(identifier) ? identifier.filter(({ value }) => value !== 'seen') : identifier
        return { ...usual, ...(kept && { identifier: kept }) }
      },
    },
  },
  'etag-of-another-version': {
    says: 'names another version in ETag than in the resource',
    mustFail: 'VER-01',
    behaviour: read((usual) => ({ ...usual, headers: { ...usual.headers, etag: 'W/"none"' } })),
  },
  'no-etag-on-read': {
    says: 'gives no ETag where one type is read',
    mustFail: 'VER-01',
    behaviour: read((usual, call) => {
      const { etag, ...headers } = usual.headers
      return call.type === 'MedicationStatement' ? { ...usual, headers } : usual
    }),
  },
  'newest-for-every-version': {
    says: 'gives another version than was asked for',
    mustFail: 'VER-01',
    behaviour: read(
      (usual) => ({ ...usual, body: versioned(usual.body, '99'), headers: { ...usual.headers, etag: 'W/"99"' } }),
      'version',
    ),
  },
  'forgets-old-versions': {
    says: 'gives an old version as it is now',
    mustFail: 'VER-01',
    behaviour: read((usual, call) => {
      const { active, ...rest } = usual.body as { active?: boolean }
      return call.type === 'Patient' ? { ...usual, body: { ...rest, active: !active } } : usual
    }, 'version'),
  },
  'claims-any-version': {
    says: 'says that it answers in whatever version of FHIR was asked for',
    mustFail: 'VER-01',
    behaviour: {
      sends: (usual, call) => {
        const asked = /fhirVersion=([\d.]+)/.exec(call.headers.accept ?? '')?.[1]
        if (asked === undefined) return usual
        const headers = { ...usual.headers, 'content-type': `application/fhir+json; fhirVersion=${asked}` }
        return { ...usual, status: 200, headers }
      },
    },
  },
  'refuses-its-own-version': {
    says: 'refuses whoever asks for FHIR 4.0',
    mustFail: 'VER-01',
    behaviour: {
      sends: (usual, call) => (/fhirVersion=4/.test(call.headers.accept ?? '') ? { ...usual, status: 406 } : usual),
    },
  },
}
