import { lookup as systemLookup } from 'node:dns'
import { hostname } from 'node:os'
import { Agent, request } from 'undici'
import { describe, expect, it } from 'vitest'
import { at, dial, http, useInternalListener } from '@/lib/testing/conformance/loopback'
import { createClient } from '../http/create-client'
import { limits } from '../http/limits'
import { openRequest } from '../http/one-request'
import { guardedConnector } from './guarded-connector'
import { type Found, pinnedLookup, resolveBySystem, vettedAddresses } from './pinned-lookup'

const inside = useInternalListener()
const good = '8.8.8.8'

describe('SG-03: DNS', () => {
  it.each([
    ['one good and one bad', [good, '127.0.0.1']],
    ['one bad and one good', ['127.0.0.1', good]],
    ['one bad among many', [good, '1.1.1.1', '9.9.9.9', '10.0.0.1', '2606:4700:4700::1111']],
    ['a good IPv4 and a bad IPv6', [good, '::1']],
    ['a good IPv6 and a bad IPv4', ['2606:4700:4700::1111', '127.0.0.1']],
    ['a good and a mapped one', [good, '::ffff:127.0.0.1']],
    ['a good and an unreadable one', [good, 'localhost']],
    ['a good one and one with a zone', [good, 'fe80::1%lo']],
    ['twice the same bad one', ['127.0.0.1', '127.0.0.1']],
    ['metadata alone', ['169.254.169.254']],
  ])('SG-03: %s: refused', async (_, addresses) => {
    expect(await dial(`https://localtest.me:${inside.port()}/`, at(...addresses))).toBe('TARGET_NOT_ALLOWED')
    expect(await dial(`http://localtest.me:${inside.port()}/`, at(...addresses))).toBe('TARGET_NOT_ALLOWED')
    const client = createClient({
      base: 'https://localtest.me/fhir',
      token: 't',
      testRanges: [],
      resolve: async () => at(...addresses),
    })
    await expect(client.ask({ to: 'metadata' })).rejects.toMatchObject({ code: 'TARGET_NOT_ALLOWED' })
    expect(client.exchanges).toEqual([])
    expect([...client.addresses]).toEqual([])
  })

  it.each<[string, () => Promise<Found[]>]>([
    ['an empty answer', async () => []],
    ['a name that is not there', () => Promise.reject(Object.assign(new Error('ENOTFOUND'), { code: 'ENOTFOUND' }))],
    ['a resolver that fails', () => Promise.reject(Object.assign(new Error('EAI_AGAIN'), { code: 'EAI_AGAIN' }))],
  ])('SG-03: %s is refused', async (_, answers) => {
    expect(await dial(`http://gp-supplier.co.uk:${inside.port()}/`, answers)).toBe('NAME_NOT_FOUND')
  })

  it('SG-03: a resolver that never answers costs the time to connect, no more', async () => {
    expect(await dial(`http://gp-supplier.co.uk:${inside.port()}/`, () => new Promise(() => {}))).toBe(
      'CONNECT_TIMEOUT',
    )
  })

  it('SG-03: rebinding: each socket is opened to the very answer that was vetted, asked for once', async () => {
    let asked = 0
    // Good when looked at, bad at every look after: there must be no second look between the vetting and the socket.
    const turning = async () => at(asked++ === 0 ? good : '127.0.0.1')
    const answer = await new Promise((done) =>
      pinnedLookup(undefined, turning, () => {})('rebind.co.uk', { all: true }, (...it) => done(it)),
    )
    expect(answer).toEqual([null, at(good)])
    expect(asked).toBe(1)
    expect(await dial(`http://rebind.co.uk:${inside.port()}/`, turning)).toBe('TARGET_NOT_ALLOWED')
    expect(asked).toBe(2)
  })

  it('SG-03: rebinding in the middle of a run ends the run', async () => {
    const client = createClient({
      base: 'https://rebind.co.uk/',
      token: 't',
      testRanges: [],
      resolve: async () => at('127.0.0.1'),
    })
    await expect(client.ask({ to: 'x' })).rejects.toMatchObject({ name: 'Error', code: 'TARGET_NOT_ALLOWED' })
    await expect(client.ask({ to: 'x' })).rejects.toMatchObject({ code: 'TARGET_NOT_ALLOWED' })
  })

  it.each(['localhost', hostname(), 'no-such-name.invalid'])(
    'SG-03: the resolver of the system does not lead to %s',
    async (name) => {
      await expect(vettedAddresses(name, undefined, resolveBySystem)).rejects.toThrow(
        /^(TARGET_NOT_ALLOWED|NAME_NOT_FOUND)$/,
      )
    },
  )

  it('SG-03: a connector opens one socket, however often it is asked', async () => {
    const port = await http((_, response) => response.end())
    const { connector, end } = guardedConnector({ pin: { ip: '127.0.0.1' }, resolve: resolveBySystem }, () => {})
    const target = { hostname: 'sandbox.test', host: 'sandbox.test', protocol: 'http:', port: String(port) }
    const open = () => new Promise((done) => connector(target, (...[error]) => done(error?.message ?? 'OPEN')))
    expect([await open(), await open()]).toEqual(['OPEN', 'CONNECTION_FAILED'])
    end()
  })

  it('SG-03: a family that the socket did not want is not handed to it', async () => {
    const lookup = pinnedLookup(
      undefined,
      async () => at(good),
      () => {},
    )
    const answer = await new Promise((done) =>
      lookup('gp-supplier.co.uk', { family: 6 }, (error) => done(error?.message)),
    )
    expect(answer).toBe('NAME_NOT_FOUND')
  })

  it('SG-10: a host of the sandbox is where the deployment says, and nobody is asked', async () => {
    const port = await http((request, response) => response.end(request.headers.host))
    const resolve = () => Promise.reject(new Error('asked'))
    const wire = { url: new URL(`http://sandbox.test:${port}/`), method: 'GET', headers: {} }
    const opened = await openRequest(
      wire,
      { pin: { ip: '127.0.0.1' }, resolve },
      limits,
      new AbortController().signal,
      () => {},
    )
    expect(opened.status).toBe(200)
    const pieces: Buffer[] = []
    for await (const piece of opened.body) pieces.push(piece)
    expect(Buffer.concat(pieces).toString()).toBe(`sandbox.test:${port}`)
    await opened.close()
  })

  it('SG-10: a pinned port is where the socket goes, while the Host stays the one of the address', async () => {
    const port = await http((request, response) => response.end(JSON.stringify(request.headers.host)))
    const client = createClient({
      base: 'http://sandbox.test/',
      token: null,
      testRanges: [],
      sandbox: new Map([['sandbox.test', { ip: '127.0.0.1', port }]]),
    })
    expect((await client.ask({ to: 'x' })).json).toBe('sandbox.test')
  })
})

describe('SG-04: nobody looks a literal up', () => {
  it('SG-04: undici asks no lookup for a literal, so that a guard in it alone would let it through', async () => {
    const port = await http((_, response) => response.end('reached'))
    let asked = 0
    const agent = new Agent({
      connect: {
        lookup: (host, options, answer) => {
          asked++
          systemLookup(host, options, answer)
        },
      },
    })
    const { statusCode, body } = await request(`http://127.0.0.1:${port}/`, { dispatcher: agent })
    expect([statusCode, await body.text(), asked]).toEqual([200, 'reached', 0])
    await agent.close()
  })

  it.each([
    ...[
      '127.0.0.1',
      '127.1',
      '0x7f000001',
      '2130706433',
      '0177.0.0.1',
      '①②⑦.⓪.⓪.①',
      '127.0.0.1.',
      '0.0.0.0',
      '0',
      'localhost%2e',
    ],
    ...['[::1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::]', '8.8.8.8', '[2606:4700:4700::1111]'],
  ])('SG-04: past SG-01, %s still meets the second lock', async (host) => {
    const ended = await dial(`http://${host}:${inside.port()}/`, at('127.0.0.1'))
    expect(ended).toBe('TARGET_NOT_ALLOWED')
  })

  it('the internal listener could have been reached by each of these tests', async () => {
    expect(await inside.reach()).toBe(1)
  })
})
