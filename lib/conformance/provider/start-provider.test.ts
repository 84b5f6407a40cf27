import { validateResource } from '@medplum/core'
import type {
  Appointment,
  Bundle,
  CapabilityStatement,
  List,
  OperationOutcome,
  Patient,
  Slot,
} from '@medplum/fhirtypes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seedNhsNumbers } from './seed'
import { servedTypes } from './served-types'
import { type RunningProvider, startProvider } from './start-provider'
import { problemsOf } from './validate-resource'

const system = 'https://fhir.nhs.uk/Id/nhs-number'
let provider: RunningProvider

/** The name in the base is pinned by the runner; a plain test speaks to the loopback address itself. */
async function send(method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const address = path.startsWith('http')
    ? path.replace('sandbox.test', '127.0.0.1')
    : `http://127.0.0.1:${provider.port}/fhir/${path}`
  const headers = { authorization: `Bearer ${provider.token}`, 'content-type': 'application/fhir+json', ...more }
  const response = await fetch(address, {
    method,
    headers,
    body: body === undefined ? undefined : JSON.stringify(body),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, text, json: json(text) }
}
function json(text: string): never {
  try {
    return JSON.parse(text) as never
  } catch {
    return undefined as never
  }
}
function codeOf(reply: { json: OperationOutcome }): string | undefined {
  return reply.json.issue?.[0]?.details?.coding?.[0]?.code
}

beforeAll(async () => {
  provider = await startProvider({ retryAfter: 0 })
})
afterAll(() => provider.close())

describe('RP-01: the reference provider', () => {
  it('declares what it serves in a valid statement, and serves all of it', async () => {
    const { json: statement } = (await send('GET', 'metadata', undefined, { authorization: '' })) as {
      json: CapabilityStatement
    }
    expect(validateResource(statement).filter((issue) => issue.severity === 'error')).toEqual([])
    const declared = statement.rest![0]!.resource!
    expect(declared.map((one) => one.type).sort()).toEqual(Object.keys(servedTypes).sort())
    for (const { type, searchParam } of declared) {
      for (const { name } of searchParam!) {
        const value = /date|start|authored|lastUpdated/.test(name!) ? 'ge2020-01-01' : 'x'
        const reply = await send('GET', `${type}?${name}=${value}`)
        expect([type, name, reply.status, (reply.json as Bundle).type]).toEqual([type, name, 200, 'searchset'])
      }
    }
  })

  it('lets nobody in without the right token', async () => {
    for (const authorization of ['', 'Bearer wrong', 'Basic eDp5']) {
      for (const path of [
        'Patient',
        'Patient/p1',
        '$export',
        'export-status/export-1',
        'export-files/export-1/Patient.ndjson',
        'nothing/at/all',
      ]) {
        const reply = await send('GET', path, undefined, { authorization })
        expect([path, reply.status, codeOf(reply)]).toEqual([path, 401, 'ACCESS_DENIED'])
      }
      expect((await send('POST', 'Patient/$gpc.getstructuredrecord', {}, { authorization })).status).toBe(401)
      expect((await send('POST', 'Appointment', 'broken', { authorization })).status).toBe(401)
    }
  })

  it('finds a patient by NHS number with and without its system, and nobody else', async () => {
    for (const number of seedNhsNumbers) {
      for (const token of [`${system}|${number}`, number]) {
        const bundle = (await send('GET', `Patient?identifier=${encodeURIComponent(token)}`)).json as Bundle<Patient>
        expect(bundle.entry?.map((entry) => entry.resource?.identifier?.[0]?.value)).toEqual([number])
      }
    }
    for (const token of ['9000000041', `https://example.org|${seedNhsNumbers[0]}`, `|${seedNhsNumbers[0]}`]) {
      expect(((await send('GET', `Patient?identifier=${encodeURIComponent(token)}`)).json as Bundle).total).toBe(0)
    }
  })

  it('refuses parameters it does not know, and values it cannot understand', async () => {
    for (const query of [
      'favourite-colour=x',
      'birthdate=yesterday',
      '_count=-1',
      'family:sounds-like=x',
      '_sort=shoe',
    ]) {
      const reply = await send('GET', `Patient?${query}`)
      expect([query, reply.status, codeOf(reply)]).toEqual([query, 400, 'INVALID_PARAMETER'])
    }
  })

  it('gives each observation once over all pages', async () => {
    const ids: string[] = []
    let next: string | undefined = 'Observation?_count=7'
    let total: number | undefined
    while (next) {
      const bundle = (await send('GET', next)).json as Bundle
      ids.push(...bundle.entry!.map((entry) => entry.resource!.id!))
      total = bundle.total
      next = bundle.link?.find((link) => link.relation === 'next')?.url
    }
    expect(ids.length).toBe(31)
    expect(new Set(ids).size).toBe(31)
    expect(total).toBe(31)
  })

  it('keeps what is sent, letter for letter', async () => {
    const patient: Patient = {
      resourceType: 'Patient',
      name: [{ family: "O'Brien-Ł", given: ['Seán', 'Æ', 'Ñ'] }],
      birthDate: '1931-02-28',
      deceasedDateTime: '2001-06-30T23:30:00+01:00',
    }
    const made = await send('POST', 'Patient', patient)
    expect(made.status).toBe(201)
    expect(made.headers.get('etag')).toBe('W/"1"')
    const read = (await send('GET', made.headers.get('location')!)).json as Patient
    expect(read).toMatchObject(patient)
    expect(
      (await send('PUT', `Patient/${read.id}`, { ...read, gender: 'male' }, { 'if-match': 'W/"1"' })).headers.get(
        'etag',
      ),
    ).toBe('W/"2"')
    expect((await send('PUT', `Patient/${read.id}`, read, { 'if-match': 'W/"1"' })).status).toBe(412)
    expect(((await send('GET', `Patient/${read.id}/_history/1`)).json as Patient).gender).toBeUndefined()
  })

  it('refuses what is no valid resource', async () => {
    const wrong: unknown[] = [
      { resourceType: 'Patient', birthDate: '1931-02-30' },
      { resourceType: 'Patient', gender: 'unheard-of' },
      { resourceType: 'Patient', shoeSize: 43 },
      { resourceType: 'Patient', name: 'Anna' },
      { resourceType: 'Observation' },
    ]
    for (const body of wrong) {
      const reply = await send('POST', 'Patient', body)
      expect([body, reply.status, codeOf(reply)]).toEqual([body, 422, 'INVALID_RESOURCE'])
    }
    expect((await send('POST', 'Patient', undefined)).status).toBe(400)
  })

  it('gives the record of the asked patient alone; its lists name exactly what is there', async () => {
    for (const number of seedNhsNumbers) {
      const reply = await send('POST', 'Patient/$gpc.getstructuredrecord', parameters(number))
      const resources = (reply.json as Bundle).entry!.map((entry) => entry.resource!)
      const patients = resources.filter((one) => one.resourceType === 'Patient') as Patient[]
      expect(patients.map((one) => one.identifier![0]!.value)).toEqual([number])
      const lists = resources.filter((one) => one.resourceType === 'List') as List[]
      const named = lists.flatMap((list) => list.entry?.map((entry) => entry.item.reference) ?? [])
      const around = ['Patient', 'List', 'Organization', 'Practitioner', 'Location']
      const held = resources
        .filter((one) => !around.includes(one.resourceType))
        .map((one) => `${one.resourceType}/${one.id}`)
      expect(named.sort()).toEqual(held.sort())
      for (const one of resources) expect(problemsOf(one)).toEqual([])
    }
  })

  it('knows an NHS number that cannot be from one that nobody has', async () => {
    const invalid = await send('POST', 'Patient/$gpc.getstructuredrecord', parameters('9000000008'))
    expect([invalid.status, codeOf(invalid)]).toEqual([400, 'INVALID_NHS_NUMBER'])
    const unknown = await send('POST', 'Patient/$gpc.getstructuredrecord', parameters('9000000041'))
    expect([unknown.status, codeOf(unknown)]).toEqual([404, 'PATIENT_NOT_FOUND'])
  })

  it('books a slot once, of two at once too', async () => {
    const free = (await send('GET', 'Slot?status=free&_count=100')).json as Bundle<Slot>
    expect(free.total).toBe(25)
    const slot = free.entry![0]!.resource!
    const replies = await Promise.all([
      send('POST', 'Appointment', appointment(slot)),
      send('POST', 'Appointment', appointment(slot)),
    ])
    expect(replies.map((reply) => reply.status).sort()).toEqual([201, 409])
    expect(codeOf(replies.find((reply) => reply.status === 409)!)).toBe('DUPLICATE_REJECTED')
    expect(((await send('GET', `Slot/${slot.id}`)).json as Slot).status).toBe('busy')
    const made = replies.find((reply) => reply.status === 201)!.json as Appointment
    await send('PUT', `Appointment/${made.id}`, { ...made, status: 'cancelled' })
    expect(((await send('GET', `Slot/${slot.id}`)).json as Slot).status).toBe('free')
  })

  it('exports every patient that a search finds, in files below its base', async () => {
    const started = await send('GET', '$export', undefined, { prefer: 'respond-async' })
    expect(started.status).toBe(202)
    const place = started.headers.get('content-location')!
    expect((await send('GET', place)).status).toBe(202)
    const manifest = (await send('GET', place)).json as { output: { type: string; url: string; count: number }[] }
    const file = manifest.output.find((one) => one.type === 'Patient')!
    expect(file.url.startsWith(`${provider.base}/`)).toBe(true)
    const lines = (await send('GET', file.url)).text.trim().split('\n')
    expect(lines.length).toBe(((await send('GET', 'Patient')).json as Bundle).total)
  })

  it('answers what it does not serve with an outcome, and tells nothing of itself', async () => {
    for (const [method, path, status] of [
      ['GET', 'Patient/none', 404],
      ['GET', 'Basic', 404],
      ['DELETE', 'Patient/p1', 405],
      ['POST', 'Slot', 405],
      ['GET', '../../etc/passwd', 404],
      ['GET', '%ff', 404],
    ] as const) {
      const reply = await send(method, path, method === 'POST' ? {} : undefined)
      expect([path, reply.status, (reply.json as { resourceType?: string } | undefined)?.resourceType]).toEqual([
        path,
        status,
        'OperationOutcome',
      ])
      expect(reply.text).not.toMatch(/node_modules|\.ts|Error:|medplum/i)
    }
  })
})

function parameters(number: string) {
  return {
    resourceType: 'Parameters',
    parameter: [{ name: 'patientNHSNumber', valueIdentifier: { system, value: number } }],
  }
}
function appointment(slot: Slot): Appointment {
  return {
    resourceType: 'Appointment',
    status: 'booked',
    slot: [{ reference: `Slot/${slot.id}` }],
    start: slot.start,
    end: slot.end,
    participant: [{ actor: { reference: 'Patient/p1' }, status: 'accepted' }],
  }
}
