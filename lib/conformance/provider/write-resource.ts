import type { FhirRouter } from '@medplum/fhir-router'
import type { Patient, Resource } from '@medplum/fhirtypes'
import type { Behaviour } from './behaviour'
import { book, release } from './book-appointment'
import type { Call, Reply } from './call'
import { isNhsNumber, nhsNumberSystem } from './nhs-number'
import { Refusal } from './refusal'
import { served } from './served-types'
import type { Store } from './store'
import { ask } from './store-request'
import { hasNumber } from './structured-record'
import { problemsOf } from './validate-resource'

/** What a write needs to know. */
export type Desk = { base: string; router: FhirRouter; store: Store; behaviour: Behaviour }

/** Creates a resource: 201, where it stands, and as it was kept. */
export async function create(call: Call, desk: Desk): Promise<Reply> {
  const sent = checked(call, desk.behaviour)
  const kept = await inTurn(call, desk, async () => {
    const { id: _, ...rest } = sent as Resource & { id?: string }
    const fresh = rest as Resource
    if (fresh.resourceType === 'Patient') await refuseTwice(fresh, desk.store)
    const write = async () => ask(desk.router, desk.store, 'POST', call.type!, desk.behaviour.keeps?.(fresh) ?? fresh)
    return fresh.resourceType === 'Appointment' ? book(fresh, desk.store, desk.behaviour, write) : write()
  })
  const reply = whole(kept, 201)
  reply.headers.location = `${desk.base}/${call.type}/${kept.id}/_history/${kept.meta?.versionId}`
  return reply
}

/** Changes a resource that is there; `If-Match` guards against overtaking. */
export async function update(call: Call, desk: Desk): Promise<Reply> {
  const sent = checked(call, desk.behaviour)
  if (sent.id !== call.id) throw new Refusal(400, 'INVALID_RESOURCE', 'The id must be that of the address')
  const kept = await inTurn(call, desk, async () => {
    const before = await desk.store.find(call.type as Resource['resourceType'], call.id!)
    if (!before) throw new Refusal(404, 'NO_RECORD_FOUND', 'There is no such resource to change')
    const after = desk.behaviour.keeps?.(sent) ?? sent
    await refuseStale(call, before, sent, desk)
    await desk.behaviour.hesitates?.(call.type!)
    const written = await ask(desk.router, desk.store, 'PUT', `${call.type}/${call.id}`, after)
    if (written.resourceType === 'Appointment') {
      const cancelled = written.status === 'cancelled'
      if (desk.behaviour.releases?.(cancelled, written) ?? cancelled) await release(written, desk.store)
    }
    return written
  })
  return whole(kept, 200)
}

/** One after another, unless a fault does not wait for its turn. */
function inTurn<T>(call: Call, { store, behaviour }: Desk, work: () => Promise<T>): Promise<T> {
  return behaviour.hesitates?.(call.type!) === undefined ? store.alone(work) : work()
}

async function refuseStale(call: Call, before: Resource, sent: Resource, { behaviour, store }: Desk): Promise<void> {
  const usual = call.headers['if-match']
  const seen = behaviour.ifMatch ? behaviour.ifMatch(usual, call) : usual
  if (seen === undefined || seen === `W/"${before.meta?.versionId}"` || seen === `"${before.meta?.versionId}"`) return
  await behaviour.refusedUpdate?.(sent, store)
  throw new Refusal(412, 'VERSION_CONFLICT', 'The resource was changed since that version')
}

/** A resource as a reply, with its version. */
export function whole(resource: Resource, status: number): Reply {
  const { versionId, lastUpdated } = resource.meta ?? {}
  return {
    status,
    headers: {
      ...(versionId ? { etag: `W/"${versionId}"` } : {}),
      ...(lastUpdated ? { 'last-modified': new Date(lastUpdated).toUTCString() } : {}),
    },
    body: resource,
  }
}

function checked(call: Call, behaviour: Behaviour): Resource {
  if (!served(call.type)?.writes) throw new Refusal(405, 'NOT_IMPLEMENTED', `${call.type} cannot be written`)
  const sent = call.body as Resource | undefined
  if (typeof sent !== 'object' || sent === null || sent.resourceType !== call.type) {
    throw new Refusal(422, 'INVALID_RESOURCE', `The body must be one ${call.type}`)
  }
  const usual = problemsOf(sent)
  const problems = behaviour.problems?.(usual, sent) ?? usual
  if (problems.length > 0) throw new Refusal(422, 'INVALID_RESOURCE', problems.join('; ').slice(0, 500))
  return sent
}

async function refuseTwice(patient: Patient, store: Store): Promise<void> {
  const numbers = (patient.identifier ?? [])
    .filter((one) => one.system === nhsNumberSystem)
    .map((one) => one.value ?? '')
  if (numbers.some((number) => !isNhsNumber(number)))
    throw new Refusal(400, 'INVALID_NHS_NUMBER', 'This is no NHS number')
  const others = await store.all<Patient>('Patient')
  if (numbers.some((number) => others.some((other) => hasNumber(other, number)))) {
    throw new Refusal(409, 'DUPLICATE_REJECTED', 'A patient with this NHS number exists')
  }
}
