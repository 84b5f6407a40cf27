import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AccessTokens } from '../access-tokens'
import { isNhsNumber, nhsNumberSystem } from '../nhs-number'
import { readBody } from '../read-call'
import { outcomeOf, Refusal } from '../refusal'
import type { RunningProvider } from '../start-provider'
import { type Stu3Fault, stu3Faults } from './stu3-faults'
import { type Stu3Bundle, stu3Record } from './stu3-record'

const root = '/STU3/1/gpconnect/structured/fhir'
const operation = 'Patient/$gpc.getstructuredrecord'
type Options = { fault?: string | undefined; port?: number; token?: string | undefined; now: Date }
type Reply = { status: number; headers: Record<string, string>; body: unknown }

/** Starts a sandbox that serves the structured record in STU3, and nothing else. @throws Error where there is no such fault */
export async function startStu3Provider({
  fault: name,
  port: asked = 0,
  token,
  now,
}: Options): Promise<RunningProvider> {
  const fault = name === undefined ? undefined : stu3Faults[name]
  if (name !== undefined && !fault)
    throw new Error(`No fault is named ${name}. There are: ${Object.keys(stu3Faults).join(', ')}`)
  const server = createServer()
  await new Promise<void>((done, fail) => server.once('error', fail).listen(asked, '127.0.0.1', done))
  const { port } = server.address() as AddressInfo
  const base = `http://sandbox.test:${port}${root}`
  const tokens = new AccessTokens({ token, jwt: false, base, startedAt: now })
  server.on('request', (request, response) => {
    serve(request, response, tokens, fault, now).catch(() => response.destroy())
  })
  const close = () =>
    new Promise<void>((done) => {
      server.close(() => done())
      server.closeAllConnections()
    })
  return {
    base,
    token: tokens.right,
    tokens: tokens.others,
    port,
    authority: undefined,
    publish: () => undefined,
    close,
  }
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  tokens: AccessTokens,
  fault: Stu3Fault | undefined,
  now: Date,
) {
  const { pathname } = new URL(request.url ?? '/', 'http://sandbox.test')
  const call = `${request.method} ${decodeURIComponent(pathname.slice(root.length + 1))}`
  const admitted = tokens.given(request.headers.authorization) === 'right' || (fault?.admits ?? false)
  const usual = replyTo(call, await readBody(request), admitted, fault, now)
  const { status, headers, body } = fault?.sends?.(usual) ?? usual
  response.writeHead(status, headers).end(typeof body === 'string' ? body : JSON.stringify(body))
}

function replyTo(call: string, body: Buffer | null, admitted: boolean, fault: Stu3Fault | undefined, now: Date): Reply {
  try {
    if (call === 'GET metadata') return told(200, { ...statement, ...fault?.statement })
    if (!admitted) throw new Refusal(401, 'ACCESS_DENIED', 'A valid bearer token is needed')
    if (call !== `POST ${operation}`) throw new Refusal(404, 'NOT_IMPLEMENTED', 'Nothing is served at this address')
    return told(200, recordFor(body, fault, now))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return told(error.status, outcomeOf(error))
  }
}
const told = (status: number, body: unknown): Reply => ({
  status,
  headers: { 'content-type': 'application/fhir+json;charset=utf-8', 'cache-control': 'no-store' },
  body,
})

function recordFor(body: Buffer | null, fault: Stu3Fault | undefined, now: Date): Stu3Bundle {
  const number = numberIn(body)
  if (!isNhsNumber(number) && !fault?.takesAnyNumber)
    throw new Refusal(400, 'INVALID_NHS_NUMBER', 'This is no NHS number')
  const record = stu3Record(number, now)
  if (!record) throw new Refusal(404, 'PATIENT_NOT_FOUND', 'No patient has this NHS number')
  return fault?.record?.(record) ?? record
}

function numberIn(body: Buffer | null): string {
  try {
    const { parameter } = JSON.parse(body?.toString('utf8') ?? '')
    const { valueIdentifier } = parameter.find((one: { name: string }) => one.name === 'patientNHSNumber')
    if (valueIdentifier.system === nhsNumberSystem) return String(valueIdentifier.value)
  } catch {
    // Told below.
  }
  throw new Refusal(422, 'INVALID_RESOURCE', 'The body must be Parameters with patientNHSNumber')
}

const statement = {
  resourceType: 'CapabilityStatement',
  status: 'active',
  date: '2026-01-01',
  kind: 'instance',
  software: { name: 'Reference provider', version: '2.0.0' },
  fhirVersion: '3.0.1',
  acceptUnknown: 'both',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      resource: [{ type: 'Patient' }],
      operation: [
        {
          name: 'gpc.getstructuredrecord',
          definition: {
            reference: 'https://fhir.nhs.uk/STU3/OperationDefinition/GPConnect-GetStructuredRecord-Operation-1',
          },
        },
      ],
    },
  ],
}
