import type { Behaviour, Fault } from '../behaviour'
import type { Call } from '../call'

/** Comes in without the right token, where `where` says so. */
function open(where: (call: Call) => boolean): Behaviour {
  return { admits: (usual, call) => usual || where(call) }
}

/** Who comes in. */
export const accessFaults: Record<string, Fault> = {
  'open-access': { says: 'answers without a token', mustFail: 'AUTH-01', behaviour: open(() => true) },
  'open-searches': {
    says: 'looks at the token on reads, and not on searches',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'search'),
  },
  'open-reads': {
    says: 'looks at the token on searches, and not on reads',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'read'),
  },
  'open-versions': {
    says: 'does not look at the token when an old version is read',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'version'),
  },
  'open-type': {
    says: 'does not look at the token where allergies are asked for',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.type === 'AllergyIntolerance' && call.kind !== 'export-file'),
  },
  'open-record': {
    says: 'does not look at the token in the operation',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'record'),
  },
  'open-files': {
    says: 'does not look at the token when a file of an export is fetched',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'export-file'),
  },
  'open-export': {
    says: 'starts an export without a token',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'export-start'),
  },
  'open-status': {
    says: 'tells the state of an export without a token',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'export-status'),
  },
  'open-create': {
    says: 'writes without a token',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'create'),
  },
  'open-update': {
    says: 'changes a resource without a token',
    mustFail: 'AUTH-01',
    behaviour: open((call) => call.kind === 'update'),
  },
  'any-token': {
    says: 'takes any token for the right one',
    mustFail: 'AUTH-01',
    behaviour: { admits: (usual, _, token) => usual || token === 'wrong' },
  },
  'any-token-of-one-type': {
    says: 'takes any token where medicines are searched',
    mustFail: 'AUTH-01',
    behaviour: {
      admits: (usual, call, token) =>
        usual || (token === 'wrong' && call.kind === 'search' && call.type === 'MedicationStatement'),
    },
  },
  'bare-401': {
    says: 'refuses a stranger without an OperationOutcome',
    mustFail: 'AUTH-01',
    behaviour: { sends: (usual) => (usual.status === 401 ? { ...usual, body: '' } : usual) },
  },
  'bare-401-of-operation': {
    says: 'refuses a stranger at the operation without an OperationOutcome',
    mustFail: 'AUTH-01',
    behaviour: {
      sends: (usual, call) => (usual.status === 401 && call.kind === 'record' ? { ...usual, body: {} } : usual),
    },
  },
  'stranger-is-404': {
    says: 'tells a stranger that there is nothing',
    mustFail: 'AUTH-01',
    behaviour: { sends: (usual) => (usual.status === 401 ? { ...usual, status: 404 } : usual) },
  },
  'stranger-is-200': {
    says: 'tells a stranger with 200 that they may not',
    mustFail: 'AUTH-01',
    behaviour: { sends: (usual) => (usual.status === 401 ? { ...usual, status: 200 } : usual) },
  },
}
