import type { Behaviour, Fault } from '../behaviour'
import type { Call, Reply } from '../call'

/** A body that could not be read, where it was refused. */
const unread = (
  change: (usual: Reply, call: Call) => Reply,
  where: (call: Call) => boolean = () => true,
): Behaviour => ({
  sends: (usual, call) =>
    usual.status === 400 && isWrite(call) && call.body === undefined && where(call) ? change(usual, call) : usual,
})
const isWrite = ({ kind }: Call) => kind === 'create' || kind === 'update' || kind === 'record'
const method = (change: (usual: Reply, call: Call) => Reply): Behaviour => ({
  sends: (usual, call) => (usual.status === 405 ? change(usual, call) : usual),
})

/** What it makes of bodies that are none, and of methods that it does not serve. */
export const methodFaults: Record<string, Fault> = {
  'takes-broken-json': {
    says: 'answers a create with broken JSON as if it had been read',
    mustFail: 'ERR-04',
    behaviour: unread((usual) => ({ ...usual, status: 201 })),
  },
  'takes-broken-json-of-one-type': {
    says: 'takes broken JSON where an observation is created',
    mustFail: 'ERR-04',
    behaviour: unread(
      (usual) => ({ ...usual, status: 201 }),
      (call) => call.type === 'Observation',
    ),
  },
  'breaks-on-broken-json-in-record': {
    says: 'breaks where the operation is asked with broken JSON',
    mustFail: 'ERR-04',
    behaviour: unread(
      (usual) => ({ ...usual, status: 500 }),
      (call) => call.kind === 'record',
    ),
  },
  'broken-update-is-404': {
    says: 'answers an update with broken JSON with 404',
    mustFail: 'ERR-04',
    behaviour: unread(
      (usual) => ({ ...usual, status: 404 }),
      (call) => call.kind === 'update',
    ),
  },
  'broken-json-code': {
    says: 'refuses broken JSON under another code',
    mustFail: 'ERR-04',
    behaviour: unread((usual) => ({
      ...usual,
      body: JSON.parse(JSON.stringify(usual.body).replaceAll('BAD_REQUEST', 'NO_RECORD_FOUND')),
    })),
  },
  'bare-400': {
    says: 'refuses broken JSON without an OperationOutcome',
    mustFail: 'ERR-04',
    behaviour: unread((usual) => ({ ...usual, body: '' })),
  },
  'takes-a-list': {
    says: 'takes a list for a resource',
    mustFail: 'ERR-04',
    behaviour: {
      sends: (usual, call) => (call.kind === 'create' && Array.isArray(call.body) ? { ...usual, status: 200 } : usual),
    },
  },
  'takes-any-method': {
    says: 'answers a method that it does not serve with 200',
    mustFail: 'ERR-05',
    behaviour: method((usual) => ({ ...usual, status: 200 })),
  },
  'method-is-404': {
    says: 'answers a method that it does not serve with 404',
    mustFail: 'ERR-05',
    behaviour: method((usual) => ({ ...usual, status: 404 })),
  },
  'breaks-on-a-method': {
    says: 'breaks where a slot is to be deleted',
    mustFail: 'ERR-05',
    behaviour: method((usual, call) => (call.type === 'Slot' ? { ...usual, status: 500 } : usual)),
  },
  'bare-405': {
    says: 'refuses a method without an OperationOutcome',
    mustFail: 'ERR-05',
    behaviour: method((usual) => ({ ...usual, body: '' })),
  },
  'creates-what-it-does-not-declare': {
    says: 'takes new slots, which it does not declare',
    mustFail: 'ERR-05',
    behaviour: method((usual, call) => (call.kind === 'create' ? { ...usual, status: 201 } : usual)),
  },
  'deletes-all-the-same': {
    says: 'refuses a delete with 405, and makes it all the same',
    mustFail: 'ERR-05',
    behaviour: {
      wrongMethod: async (call, store) => {
        const id = call.path.split('/')[1]
        if (call.method === 'DELETE' && call.type === 'Patient' && id)
          await store.deleteResource('Patient', id).catch(() => undefined)
      },
    },
  },
}
