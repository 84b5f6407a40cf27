import type { Patient, Resource } from '@medplum/fhirtypes'
import type { Behaviour, Fault, Manifest } from '../behaviour'
import type { Reply } from '../call'

const isPatient = (resource: Resource): resource is Patient => resource.resourceType === 'Patient'
const files = (change: (output: Manifest['output']) => Manifest['output']): Behaviour => ({
  manifest: (usual) => ({ ...usual, output: change(usual.output) }),
})
const ofPatients = (change: (file: Manifest['output'][number]) => Manifest['output'][number]): Behaviour =>
  files((output) => output.map((file) => (file.type === 'Patient' ? change(file) : file)))
const file = (change: (lines: string[]) => string[]): Behaviour => ({
  sends: (usual, call) =>
    call.kind === 'export-file' && call.type === 'Patient' && usual.status === 200
      ? { ...usual, body: change(String(usual.body).trimEnd().split('\n')).join('\n') }
      : usual,
})
const location = (change: (place: string) => string): Behaviour => ({
  sends: (usual: Reply) =>
    usual.headers['content-location']
      ? { ...usual, headers: { ...usual.headers, 'content-location': change(usual.headers['content-location']) } }
      : usual,
})

const other = (type: string, change: (one: Resource) => Resource | undefined): Behaviour => ({
  exports: (usual) => usual.flatMap((one) => (one.resourceType === type ? (change(one) ?? []) : one)),
})

/** What comes out when everything is taken away. */
export const exportFaults: Record<string, Fault> = {
  'export-drops': {
    says: 'leaves a patient out of the export',
    mustFail: 'EXP-01',
    behaviour: { exports: (usual) => usual.filter((one) => !isPatient(one) || one.id !== 'p3') },
  },
  'export-twice': {
    says: 'has a patient twice in the export',
    mustFail: 'EXP-01',
    behaviour: { exports: (usual) => [...usual, ...usual.filter(isPatient).slice(0, 1)] },
  },
  'export-extra': {
    says: 'exports a patient whom no search gives',
    mustFail: 'EXP-01',
    behaviour: { exports: (usual) => [...usual, { resourceType: 'Patient', id: 'hidden', active: false }] },
  },
  'export-other-number': {
    says: 'exports a patient without the NHS number',
    mustFail: 'EXP-01',
    behaviour: {
      exports: (usual) =>
        usual.map((one) =>
          isPatient(one) && one.id === 'p4' ? { ...one, identifier: one.identifier?.slice(1) } : one,
        ),
    },
  },
  'export-offsite': {
    says: 'puts the files of an export on another host',
    mustFail: 'EXP-01',
    behaviour: ofPatients((one) => ({ ...one, url: one.url.replace(/^http:\/\/[^/]+/, 'http://169.254.169.254') })),
  },
  'export-beside-base': {
    says: 'puts the files of an export beside its base',
    mustFail: 'EXP-01',
    behaviour: ofPatients((one) => ({ ...one, url: one.url.replace('/fhir/', '/fhir-files/') })),
  },
  'export-status-offsite': {
    says: 'leads to another host for the state of an export',
    mustFail: 'EXP-01',
    behaviour: location((place) => place.replace('sandbox.test', 'exports.example.org')),
  },
  'export-not-started': {
    says: 'answers the start of an export with 200',
    mustFail: 'EXP-01',
    behaviour: {
      sends: (usual, call) =>
        call.kind === 'export-start' && usual.status === 202 ? { ...usual, status: 200 } : usual,
    },
  },
  'export-endless': {
    says: 'never finishes an export',
    mustFail: 'EXP-01',
    behaviour: {
      sends: (usual, call) =>
        call.kind === 'export-status' && usual.status === 200 ? { ...usual, status: 202, body: '' } : usual,
    },
  },
  'export-without-patients': {
    says: 'exports everything but patients',
    mustFail: 'EXP-01',
    behaviour: files((output) => output.filter((one) => one.type !== 'Patient')),
  },
  'export-miscounts': {
    says: 'counts a line too many',
    mustFail: 'EXP-01',
    behaviour: ofPatients((one) => ({ ...one, count: (one.count ?? 0) + 1 })),
  },
  'export-broken-line': {
    says: 'breaks off in the last line of a file',
    mustFail: 'EXP-01',
    behaviour: file((lines) => [...lines.slice(0, -1), lines.at(-1)!.slice(0, 20)]),
  },
  'export-mixed-file': {
    says: 'has another type in the file of patients',
    mustFail: 'EXP-01',
    behaviour: file((lines) => [...lines.slice(0, -1), '{"resourceType":"Basic","id":"b1"}']),
  },
  'export-file-missing': {
    says: 'names a file that is not there',
    mustFail: 'EXP-01',
    behaviour: ofPatients((one) => ({ ...one, url: one.url.replace('Patient.ndjson', 'Person.ndjson') })),
  },
  'export-failed-in-part': {
    says: 'tells in its manifest that a part failed',
    mustFail: 'EXP-01',
    behaviour: {
      manifest: (usual) => ({
        ...usual,
        error: [{ type: 'OperationOutcome', url: usual.output[0]!.url }],
      }),
    },
  },
  'export-loses-an-element': {
    says: 'exports observations without their value',
    mustFail: 'EXP-02',
    behaviour: other('Observation', (one) => ({ ...one, valueQuantity: undefined }) as Resource),
  },
  'export-loses-one': {
    says: 'leaves an observation out of the export',
    mustFail: 'EXP-02',
    behaviour: other('Observation', (one) => (one.id === 'p1-obs3' ? undefined : one)),
  },
  'export-invents-one': {
    says: 'exports an allergy that no search gives',
    mustFail: 'EXP-02',
    behaviour: {
      exports: (usual) => [
        ...usual,
        { ...usual.find((one) => one.resourceType === 'AllergyIntolerance')!, id: 'hidden' },
      ],
    },
  },
  'export-of-an-old-version': {
    says: 'exports medicines as they were before',
    mustFail: 'EXP-02',
    behaviour: other('MedicationStatement', (one) => ({ ...one, meta: { ...one.meta, versionId: '0' } })),
  },
  'export-lacks-a-type': {
    says: 'exports everything but slots',
    mustFail: 'EXP-02',
    behaviour: other('Slot', () => undefined),
  },
  'export-rounds': {
    says: 'exports values without their decimals',
    mustFail: 'EXP-02',
    behaviour: other(
      'Observation',
      (one) => JSON.parse(JSON.stringify(one).replace(/("value":\d+)\.\d+/g, '$1')) as Resource,
    ),
  },
  'export-swaps-documents': {
    says: 'exports the content of a document with other bytes',
    mustFail: 'EXP-02',
    behaviour: other('Binary', (one) => ({ ...one, data: 'bm90aGluZw==' }) as Resource),
  },
}
