import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  at,
  type Bend,
  header,
  instead,
  json,
  metadata,
  rest,
  run,
  smart,
  startSound,
} from '@/lib/testing/bent-provider'
import { reasons } from '../run/reasons'
import { listOf } from './parts/json'

let close: () => Promise<void>
beforeAll(async () => {
  ;({ close } = await startSound())
})
afterAll(() => close())

/** Many ways to be wrong stand with the provider; these are wrong in the middle of an answer. */
const cases: [check: string, reason: string, how: string, bend: Bend][] = [
  ['CAP-01', 'WRONG_STATUS', 'refuses', at(metadata, { status: 503 })],
  ['CAP-01', 'WRONG_SHAPE', 'answers another resource', instead(metadata, () => ({ resourceType: 'Patient' }))],
  ['CAP-01', 'WRONG_SHAPE', 'answers a list', instead(metadata, () => [1])],
  ['CAP-01', 'WRONG_FHIR_VERSION', 'is of R5', json(metadata, (body) => Object.assign(body, { fhirVersion: '5.0.0' }))],
  [
    'CAP-01',
    'NOT_AN_INSTANCE',
    'describes a kind of system',
    json(metadata, (body) => Object.assign(body, { kind: 'capability' })),
  ],
  ['CAP-01', 'NOT_VALID', 'breaks an invariant', json(metadata, (body) => void delete body.implementation)],
  ['CAP-01', 'NOT_VALID', 'is only a client', json(metadata, (body) => Object.assign(rest(body), { mode: 'client' }))],
  [
    'CAP-01',
    'NOT_VALID',
    'declares a type that R4 has not',
    json(metadata, (body) => Object.assign(listOf(rest(body).resource)[0]!, { type: 'Sick' })),
  ],
  ['CAP-02', 'PARAMETER_REFUSED', 'refuses one', at(/Slot\?.*schedule=/, { status: 500 })],
  [
    'CAP-02',
    'WRONG_TYPE',
    'finds another type',
    json(/Device\?.*type=/, (body) =>
      Object.assign(body, { entry: [{ resource: { resourceType: 'Patient', id: 'x' } }] }),
    ),
  ],
  [
    'HDR-01',
    'WRONG_CONTENT_TYPE',
    'is wrong in one error',
    (answer) => (answer.status === 401 ? { headers: {} } : undefined),
  ],
  ['HDR-02', 'MAY_BE_STORED', 'only mentions it', header(/Condition\?/, 'cache-control', 'private, x="no-store"')],
  [
    'AUTH-01',
    'OPEN_ACCESS',
    'finds nobody for strangers',
    (answer, ask) => (ask.token === 'none' && /Slot$/.test(answer.url) ? { status: 200 } : undefined),
  ],
  [
    'AUTH-01',
    'OPEN_ACCESS',
    'searches by POST',
    (_, ask) => (ask.to === 'Patient/_search' ? { status: 200 } : undefined),
  ],
  [
    'AUTH-01',
    'NO_OUTCOME',
    'gives the data with a 401',
    (answer) =>
      answer.status === 401 && /Patient\//.test(answer.url) ? { json: { resourceType: 'Patient' } } : undefined,
  ],
  [
    'SMART-01',
    'UNSAFE_ADDRESS',
    'sends keys over http',
    json(smart, (body) => Object.assign(body, { jwks_uri: 'http://elsewhere.example/k' })),
  ],
  [
    'SMART-01',
    'WRONG_SHAPE',
    'gives a text for a list',
    json(smart, (body) => Object.assign(body, { capabilities: 'launch-ehr' })),
  ],
  [
    'SMART-01',
    'WRONG_SHAPE',
    'launches without authorisation',
    json(smart, (body) => void delete body.authorization_endpoint),
  ],
  ['ERR-01', 'WRONG_STATUS', 'breaks on a quote', at(/OR%20/, { status: 500 })],
  [
    'ERR-01',
    'INTERNALS_SHOWN',
    'tells its path',
    (answer) => (answer.status === 404 ? { body: Buffer.from('ENOENT: /var/www/x') } : undefined),
  ],
  ['ERR-02', 'PARAMETER_IGNORED', 'ignores it beside another', at(/identifier=\d+&no-such/, { status: 200 })],
  [
    'ERR-03',
    'INVALID_ACCEPTED',
    'takes one',
    (_answer, ask) =>
      ask.method === 'POST' && JSON.stringify(ask.body ?? '').includes('neither') ? { status: 201 } : undefined,
  ],
  [
    'SRCH-01',
    'TOTAL_DIFFERS',
    'counts two',
    json(/nhs-number%7C9000000009/, (body) => Object.assign(body, { total: 2 })),
  ],
  [
    'SRCH-01',
    'WRONG_PATIENT',
    'gives a neighbour besides',
    json(
      /identifier=9000000017/,
      (body) =>
        void (body.entry as unknown[]).push({
          resource: { resourceType: 'Patient', id: 'p1' },
          search: { mode: 'include' },
        }),
    ),
  ],
]

describe('FM-4: the interface, its errors and its access', () => {
  it.each(cases)('FM-4: %s fails with %s where the product %s', async (check, reason, _how, bend) => {
    const { results } = await run([check], bend)
    expect(results[0]).toMatchObject({ check, result: 'FAIL', reason })
    expect(results[0]!.message.length).toBeLessThan(500)
    expect(reasons).toContain(results[0]!.reason)
  })
})
