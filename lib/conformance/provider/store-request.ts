import { getStatus } from '@medplum/core'
import type { FhirRouter, HttpMethod } from '@medplum/fhir-router'
import type { Resource } from '@medplum/fhirtypes'
import { Refusal } from './refusal'
import type { Store } from './store'

/** One request to the library's router. It answers with outcomes of its own, which become refusals with the codes of GP Connect. */
export async function ask(
  router: FhirRouter,
  store: Store,
  method: HttpMethod,
  url: string,
  body?: Resource,
  headers: Record<string, string> = {},
): Promise<Resource> {
  const [outcome, resource] = await router.handleRequest(
    { method, url, pathname: '', query: {}, params: {}, body, headers },
    store,
  )
  const status = getStatus(outcome)
  if (status < 400 && resource) return resource
  const text = outcome.issue?.[0]?.details?.text ?? 'The request could not be carried out'
  if (status === 404) throw new Refusal(404, url.startsWith('Patient/') ? 'PATIENT_NOT_FOUND' : 'NO_RECORD_FOUND', text)
  if (status === 409 || status === 412) throw new Refusal(status, 'VERSION_CONFLICT', text)
  throw new Refusal(status, 'BAD_REQUEST', text)
}
