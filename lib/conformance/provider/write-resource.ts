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
  const kept = await desk.store.alone(async () => {
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
  const kept = await desk.store.alone(async () => {
    const before = await desk.store.find(call.type as Resource['resourceType'], call.id!)
    if (!before) throw new Refusal(404, 'NO_RECORD_FOUND', 'There is no such resource to change')
    const after = desk.behaviour.keeps?.(sent) ?? sent
    const written = await ask(desk.router, desk.store, 'PUT', `${call.type}/${call.id}`, after, call.headers)
    if (written.resourceType === 'Appointment' && written.status === 'cancelled') await release(written, desk.store)
    return written
  })
  return whole(kept, 200)
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
