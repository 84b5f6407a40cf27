import { createHash } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientAt } from '@/lib/testing/conformance/asking'
import { http, useInternalListener } from '@/lib/testing/conformance/loopback'
import { type Ask, RunAborted, type TransportError } from './client'

useInternalListener()

const token = 'eyJhbGciOi.canary-TOKEN_42.sig-nature'
const echo = () => http((request, response) => response.end(JSON.stringify(request.headers)))
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'ANSWERED',
    (error: TransportError | RunAborted) => error.code,
  )

describe('what is sent', () => {
  it('EV-08: the right token, a wrong one of its shape that shares nothing with it, or none', async () => {
    const client = clientAt(await echo(), { token })
    const sent = async (ask: Partial<Ask>) =>
      ((await client.ask({ to: 'x', ...ask })).json as IncomingMessage['headers']).authorization
    expect(await sent({})).toBe(`Bearer ${token}`)
    expect(await sent({ token: 'none' })).toBeUndefined()
    const wrong = (await sent({ token: 'wrong' }))!.replace('Bearer ', '')
    expect(wrong).not.toBe(token)
    expect(wrong.split('.').map((part) => part.length)).toEqual(token.split('.').map((part) => part.length))
    expect(await sent({ token: 'wrong' })).toBe(`Bearer ${wrong}`)
    const without = clientAt(await echo(), { token: null })
    expect((await without.ask({ to: 'x' })).json as object).not.toHaveProperty('authorization')
    expect((await without.ask({ to: 'x', token: 'wrong' })).json).toHaveProperty('authorization')
  })

  it('method, headers and body go out as asked, as FHIR JSON where nothing else is said', async () => {
    const port = await http(async (request, response) => {
      const pieces: Buffer[] = []
      for await (const piece of request) pieces.push(piece)
      const { accept, 'content-type': type, prefer } = request.headers
      response.end(
        JSON.stringify([request.method, request.url, accept, type, prefer, Buffer.concat(pieces).toString()]),
      )
    })
    const client = clientAt(port)
    const sent = async (ask: Ask) => (await client.ask(ask)).json
    expect(await sent({ to: 'Patient?a=b' })).toEqual([
      'GET',
      '/fhir/Patient?a=b',
      'application/fhir+json',
      null,
      null,
      '',
    ])
    expect(await sent({ method: 'POST', to: 'Patient', body: { a: 'Ł' }, headers: { Prefer: 'x' } })).toEqual([
      'POST',
      '/fhir/Patient',
      'application/fhir+json',
      'application/fhir+json',
      'x',
      '{"a":"Ł"}',
    ])
    expect(
      await sent({
        method: 'PUT',
        to: 'Patient/1',
        body: '{',
        headers: { 'Content-Type': 'text/plain', accept: 'a/b' },
      }),
    ).toEqual(['PUT', '/fhir/Patient/1', 'a/b', 'text/plain', null, '{'])
    expect(await sent({ method: 'DELETE', to: 'Patient/1' })).toEqual([
      'DELETE',
      '/fhir/Patient/1',
      'application/fhir+json',
      null,
      null,
      '',
    ])
  })

  it.each([
    'Authorization',
    'host',
    'Content-Length',
    'transfer-encoding',
    'Connection',
    'Cookie',
    'Proxy-Authorization',
  ])('a check may not set %s', async (name) => {
    const client = clientAt(await echo())
    await expect(client.ask({ to: 'x', headers: { [name]: 'x' } })).rejects.toThrow(TypeError)
    expect(client.exchanges).toEqual([])
  })
})

describe('EV-01: what is kept', () => {
  it('EV-01: method, URL, names sent, listed headers, status, ms and the hash of the unpacked body; and nothing else', async () => {
    const port = await http((_, response) =>
      response
        .writeHead(201, { ETag: 'W/"1"', 'Set-Cookie': 'secret=1', 'X-Internal': 'db1', Location: 'Patient/1' })
        .end('{"a":1}'),
    )
    const client = clientAt(port, { token })
    const answer = await client.ask({ method: 'POST', to: 'Patient', body: {}, headers: { 'X-Nonce': 'abc' } })
    expect(answer.exchange).toBe(0)
    expect(client.exchanges).toEqual(
      [
        {
          method: 'POST',
          url: `http://sandbox.test:${port}/fhir/Patient`,
          headersSent: ['accept', 'accept-encoding', 'authorization', 'content-type', 'user-agent', 'x-nonce'],
          headersReceived: { etag: 'W/"1"', location: 'Patient/1', 'transfer-encoding': 'chunked' },
          status: 201,
          ms: expect.any(Number),
          bodySha256: createHash('sha256').update('{"a":1}').digest('hex'),
        },
      ].map((exchange) => ({
        ...exchange,
        headersReceived: expect.objectContaining({ etag: 'W/"1"', location: 'Patient/1' }),
      })),
    )
    expect(JSON.stringify(client.exchanges)).not.toMatch(/cookie|secret|internal|db1|canary/i)
    expect(Number.isInteger(client.exchanges[0]!.ms)).toBe(true)
  })

  it('EV-08: a server that laces its links and headers with the token does not bring it into the evidence', async () => {
    const port = await http((_, response) =>
      response
        .writeHead(401, {
          location: `/fhir/x?t=${token}`,
          'www-authenticate': `Bearer realm="${Buffer.from(token).toString('hex')}"`,
        })
        .end(),
    )
    const client = clientAt(port, { token })
    for (const to of [
      `x?t=${token}`,
      `x?t=${encodeURIComponent(Buffer.from(`a${token}`).toString('base64'))}`,
      `${token}/x`,
    ])
      await client.ask({ to })
    expect(client.exchanges).toHaveLength(3)
    expect(JSON.stringify(client.exchanges)).not.toMatch(/canary|Y2FuYXJ5|63616e617279/i)
    expect(client.exchanges[0]!.headersReceived).toMatchObject({
      location: '[secret removed]',
      'www-authenticate': '[secret removed]',
    })
  })

  it('EV-01: a request that was sent but not answered is kept, with its number; one that was not sent is not', async () => {
    const client = clientAt(await http(() => {}))
    await expect(client.ask({ to: 'x' })).rejects.toMatchObject({
      code: 'HEADERS_TIMEOUT',
      exchange: 0,
      ms: expect.any(Number),
    })
    expect(client.exchanges).toMatchObject([{ status: null, bodySha256: null, headersReceived: {} }])
    expect(client.exchanges[0]!.ms).toBeGreaterThan(300)
    const nowhere = clientAt(1)
    await expect(nowhere.ask({ to: 'x' })).rejects.toMatchObject({ code: 'CONNECTION_FAILED', exchange: null })
    expect(nowhere.exchanges).toEqual([])
  })
})

describe('CS-04: synthetic sandboxes only', () => {
  const system = 'https://fhir.nhs.uk/Id/nhs-number'
  const withNumber = (value: string) => JSON.stringify({ resourceType: 'Patient', identifier: [{ system, value }] })

  it('CS-04: a number outside the test ranges ends the run, in an answer, in a line and in a header', async () => {
    const answer = clientAt(await http((_, response) => response.end(withNumber('9434765919'))))
    await expect(answer.ask({ to: 'x' })).rejects.toEqual(new RunAborted('NOT_SYNTHETIC'))
    expect(await codeOf(answer.ask({ to: 'x' }))).toBe('NOT_SYNTHETIC')
    const file = clientAt(
      await http((_, response) => response.end(`${withNumber('9000000009')}\n${withNumber('9434765919')}`)),
    )
    const lines = file.lines({ to: 'x' })[Symbol.asyncIterator]()
    expect((await lines.next()).value).toContain('9000000009')
    await expect(lines.next()).rejects.toEqual(new RunAborted('NOT_SYNTHETIC'))
    const location = `/fhir/Patient?identifier=${system}|9434765919`
    const header = clientAt(await http((_, response) => response.writeHead(201, { location }).end()))
    await expect(header.ask({ to: 'x' })).rejects.toEqual(new RunAborted('NOT_SYNTHETIC'))
  })

  it('CS-04: one within them does not', async () => {
    const client = clientAt(await http((_, response) => response.end(withNumber('9000000009'))))
    expect((await client.ask({ to: 'x' })).status).toBe(200)
  })
})

describe('mistakes of our own', () => {
  it.each(['abc\n', 'a b', 'ä'])('EV-08: the token %j cannot be sent, and the refusal does not say it', (bad) => {
    expect(() => clientAt(1, { token: bad })).toThrow(/^The token cannot stand in a header$/)
  })

  it('a header that cannot be sent is no fault of the server', async () => {
    const client = clientAt(await echo())
    await expect(client.ask({ to: 'x', headers: { 'x-a': 'a\r\nb: c' } })).rejects.toThrow(/header/)
    expect(client.exchanges).toEqual([])
  })
})
