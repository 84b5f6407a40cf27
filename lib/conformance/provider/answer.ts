import type { FhirRouter } from '@medplum/fhir-router'
import type { ResourceType } from '@medplum/fhirtypes'
import type { Behaviour, GivenToken } from './behaviour'
import type { Exports } from './bulk-export'
import { type Call, methodsAt, type Reply } from './call'
import { capabilityStatement, smartConfiguration } from './capability-statement'
import { document } from './documents'
import { isOurVersion } from './read-call'
import { outcomeOf, Refusal } from './refusal'
import { search } from './search'
import { served } from './served-types'
import type { Store } from './store'
import { ask } from './store-request'
import { structuredRecord } from './structured-record'
import { create, update, whole } from './write-resource'

export type Provider = {
  base: string
  startedAt: Date
  /** What is served of the table of types. */
  types: ResourceType[]
  store: Store
  router: FhirRouter
  exports: Exports
  behaviour: Behaviour
}

const open = new Set<Call['kind']>(['metadata', 'smart', 'token'])

/** The reply to a call, refusals made into outcomes, with the headers that every reply has. */
export async function answer(call: Call, token: GivenToken, provider: Provider): Promise<Reply> {
  const reply = await reach(call, token, provider).catch((error: unknown) => refuse(error, call, provider.behaviour))
  const headers: Record<string, string> = {
    'content-type': 'application/fhir+json; charset=utf-8',
    'cache-control': open.has(call.kind) && reply.status < 400 ? 'no-cache' : 'no-store',
    ...reply.headers,
  }
  const usual = { ...reply, headers }
  return provider.behaviour.sends?.(usual, call) ?? usual
}

async function reach(call: Call, token: GivenToken, provider: Provider): Promise<Reply> {
  const usual = open.has(call.kind) || token === 'right'
  if (!(provider.behaviour.admits?.(usual, call, token) ?? usual)) {
    throw new Refusal(401, 'ACCESS_DENIED', 'A valid bearer token is needed')
  }
  const format = /xml|turtle/.test(call.headers.accept ?? '') && !/json|\*\/\*/.test(call.headers.accept ?? '')
  if (format) throw new Refusal(406, 'BAD_REQUEST', 'Only JSON is written')
  if (!isOurVersion(call.headers.accept ?? '')) throw new Refusal(406, 'BAD_REQUEST', 'Only FHIR 4.0 is written')
  return dispatch(call, provider)
}

async function dispatch(call: Call, provider: Provider): Promise<Reply> {
  const { base, store, router, behaviour, exports } = provider
  if (call.kind === 'metadata') {
    const usual = capabilityStatement(base, provider.startedAt, provider.types)
    return found(behaviour.statement?.(usual) ?? usual)
  }
  if (call.kind === 'smart') {
    const usual = smartConfiguration(base)
    const configuration = behaviour.smart ? behaviour.smart(usual) : usual
    if (!configuration) throw new Refusal(404, 'NO_RECORD_FOUND', 'There is no such page')
    return { status: 200, headers: { 'content-type': 'application/json' }, body: configuration }
  }
  if (call.kind === 'token') {
    return { status: 401, headers: { 'content-type': 'application/json' }, body: { error: 'invalid_client' } }
  }
  if (call.kind === 'export-start') return exports.start(call)
  if (call.kind === 'export-status') return exports.status(call)
  if (call.kind === 'export-cancel') return exports.cancel(call)
  if (call.kind === 'export-file') return exports.file(call)
  if (call.kind === 'wrong-method') {
    await behaviour.wrongMethod?.(call, store)
    throw new Refusal(405, 'NOT_IMPLEMENTED', `${call.method} is not served at this address`)
  }
  if (call.kind === 'unknown') throw new Refusal(404, 'NOT_IMPLEMENTED', 'Nothing is served at this address')
  if (!provider.types.includes(call.type as ResourceType))
    throw new Refusal(404, 'NOT_IMPLEMENTED', `${call.type} is not served`)
  if (call.kind === 'search' && served(call.type)?.readOnly)
    throw new Refusal(405, 'NOT_IMPLEMENTED', `${call.type} is read by its id alone`)
  if (call.kind === 'search') return found(await search(call, base, router, store, behaviour))
  if (call.kind === 'record') return found(await structuredRecord(call.body, base, store, behaviour))
  if (call.kind === 'create') return create(call, { base, router, store, behaviour })
  if (call.kind === 'update') return update(call, { base, router, store, behaviour })
  const at = call.kind === 'version' ? `/_history/${call.version}` : ''
  const kept = await ask(router, store, 'GET', `${call.type}/${call.id}${at}`)
  return kept.resourceType === 'Binary' ? document(kept, call) : whole(kept, 200)
}

function found(body: unknown): Reply {
  return { status: 200, headers: {}, body }
}

function refuse(error: unknown, call: Call, behaviour: Behaviour): Reply {
  const usual =
    error instanceof Refusal ? error : new Refusal(500, 'INTERNAL_SERVER_ERROR', 'The request could not be carried out')
  const refusal = behaviour.refuses?.(usual, call) ?? usual
  const headers: Record<string, string> = refusal.status === 401 ? { 'www-authenticate': 'Bearer' } : {}
  if (refusal.status === 405)
    headers.allow = methodsAt(call.path)
      .filter((method) => method !== call.method)
      .join(', ')
  return { status: refusal.status, headers, body: outcomeOf(refusal) }
}
