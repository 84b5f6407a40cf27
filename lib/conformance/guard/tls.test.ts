import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type TLSSocket } from 'node:tls'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { clientAt } from '@/lib/testing/conformance/asking'
import { https, listen, raw, useInternalListener } from '@/lib/testing/conformance/loopback'
import type { TransportError } from '../http/client'

useInternalListener()

/** Made for these tests, for the name sandbox.test, until 2120; trusted by nobody. */
const material = (kind: 'cert' | 'key') => readFileSync(`lib/testing/conformance/sandbox-test.${kind}.pem`, 'utf8')
const [cert, key] = [material('cert'), material('key')]
const fingerprint = new X509Certificate(cert).fingerprint256.replaceAll(':', '').toLowerCase()

const secure = (port: number, more: { host?: string; trust?: string } = {}) => {
  const host = more.host ?? 'sandbox.test'
  return clientAt(port, {
    base: `https://${host}:${port}/fhir`,
    sandbox: new Map([[host, { ip: '127.0.0.1' }]]),
    ...(more.trust && { trust: more.trust }),
  })
}
const codeOf = (client: ReturnType<typeof secure>) =>
  client.ask({ to: 'x' }).then(
    () => 'ANSWERED',
    (error: TransportError) => `${error.code} ${error.exchange}`,
  )

describe('SG-03: the checks of TLS are unchanged', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it('SG-03: SNI, Host and the name of the certificate are those of the host, while the socket goes to the pinned address', async () => {
    const seen: unknown[] = []
    const port = await https({ cert, key }, (request, response) => {
      seen.push((request.socket as TLSSocket & { servername: string }).servername, request.headers.host)
      response.end('{}')
    })
    const client = secure(port, { trust: cert })
    expect((await client.ask({ to: 'x' })).status).toBe(200)
    expect(seen).toEqual(['sandbox.test', `sandbox.test:${port}`])
    expect([...client.addresses]).toEqual(['127.0.0.1'])
    expect([...client.tlsFingerprints]).toEqual([fingerprint])
    await client.ask({ to: 'x' })
    expect([...client.tlsFingerprints], 'no session is resumed without its certificate').toEqual([fingerprint])
  })

  it('SG-03: a certificate that nobody vouches for is refused, whatever the environment says, and nothing is sent', async () => {
    let asked = 0
    const port = await https({ cert, key }, (_, response) => {
      asked++
      response.end()
    })
    expect(await codeOf(secure(port))).toBe('TLS_FAILED null')
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    expect(await codeOf(secure(port))).toBe('TLS_FAILED null')
    expect(asked).toBe(0)
  })

  it('SG-03: a trusted certificate of another name is refused', async () => {
    const port = await https({ cert, key }, (_, response) => response.end())
    for (const host of ['other.test', 'a.sandbox.test', '127.0.0.1'])
      expect(await codeOf(secure(port, { host, trust: cert }))).toBe('TLS_FAILED null')
  })

  it.each(['TLSv1', 'TLSv1.1'] as const)('SG-03: %s is too old', async (version) => {
    const old = createServer({ cert, key, minVersion: 'TLSv1', maxVersion: version, ciphers: 'DEFAULT@SECLEVEL=0' })
    expect(await codeOf(secure(await listen(old), { trust: cert }))).toBe('TLS_FAILED null')
  })

  it('what is no TLS fails, what says nothing runs out of time, and where nobody listens there is no connection', async () => {
    const plain = await raw((socket) => socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')))
    expect(await codeOf(secure(plain))).toBe('TLS_FAILED null')
    const gone = await raw((socket) => socket.once('data', () => socket.destroy()))
    expect(await codeOf(secure(gone))).toBe('TLS_FAILED null')
    const silent = await raw(() => {})
    expect(await codeOf(secure(silent))).toBe('CONNECT_TIMEOUT null')
    expect(await codeOf(secure(1))).toBe('CONNECTION_FAILED null')
  })
})

describe('SG-03: a handshake without a request', () => {
  it('SG-03: goes to vetted addresses alone, and never to what stands inside', async () => {
    const port = await https({ cert, key }, (_, response) => response.end('{}'))
    const seen = await secure(port).tls?.({})
    expect(seen).toMatchObject({ address: '127.0.0.1', fingerprint, otherHost: false })
    expect(seen?.chainFault).toMatch(/SELF_SIGNED/)
    const inside = clientAt(443, {
      base: 'https://fhir.example.nhs.uk/r4',
      sandbox: new Map(),
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    })
    await expect(inside.tls?.({})).rejects.toMatchObject({ code: 'TARGET_NOT_ALLOWED' })
    expect(clientAt(port).tls).toBeUndefined()
  })

  it('tells what the other side does not agree to, and where nobody listens', async () => {
    const port = await https({ cert, key }, (_, response) => response.end('{}'))
    const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'ALL:@SECLEVEL=0' } as const
    expect(await secure(port).tls?.(old)).toBeUndefined()
    await expect(secure(1).tls?.({})).rejects.toMatchObject({ code: 'CONNECTION_FAILED' })
  })
})

describe('no proxy and no environment', () => {
  afterEach(() => {
    vi.unstubAllEnvs()
  })

  it.each(['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'http_proxy', 'https_proxy'])(
    '%s is not looked at',
    async (name) => {
      let proxied = 0
      const proxy = await raw((socket) => {
        proxied++
        socket.destroy()
      })
      vi.stubEnv(name, `http://127.0.0.1:${proxy}`)
      vi.stubEnv('NODE_USE_ENV_PROXY', '1')
      const port = await https({ cert, key }, (_, response) => response.end('{}'))
      expect(await codeOf(secure(port, { trust: cert }))).toBe('ANSWERED')
      expect(proxied).toBe(0)
    },
  )
})
