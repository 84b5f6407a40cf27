import { createHash, X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import {
  checkServerIdentity,
  connect,
  type DetailedPeerCertificate,
  type SecureVersion,
  type TLSSocket,
} from 'node:tls'
import { alarm } from '../http/alarm'
import { Failure } from '../http/failure'
import type { Door } from './guarded-connector'
import { type Found, pinnedLookup } from './pinned-lookup'
import { bare } from './target-rules'

/** What is offered in a handshake; what Node offers of itself where left out. */
export type TlsAsked = { minVersion?: SecureVersion; maxVersion?: SecureVersion; ciphers?: string }
/** What a handshake showed. Nothing was sent over it. */
export type TlsSeen = {
  protocol: string
  cipher: string
  /** Why nobody vouches for the certificate, as OpenSSL says it; undefined where somebody does. */
  chainFault: string | undefined
  /** Whether the certificate is for another name than that of the host. */
  otherHost: boolean
  /** From the certificate of the host up, each in milliseconds since 1970. */
  validity: { from: number; to: number }[]
  address: string
  fingerprint: string
}

/**
 * One handshake with the vetted address of a host (SG-03), without sending anything: certificates that would be refused are looked at too.
 * @returns undefined where the other side does not agree to what is offered
 * @throws Failure where no connection stands, or the address is not allowed
 */
export async function probeTls(
  target: URL,
  door: Door,
  asked: TlsAsked,
  ms: number,
  stop: AbortSignal,
): Promise<TlsSeen | undefined> {
  const host = bare(target.hostname)
  if (isIP(host) !== 0 && host !== door.pin?.ip) throw new Failure('TARGET_NOT_ALLOWED')
  let vetted: Found[] = isIP(host) === 0 ? [] : [{ address: host, family: isIP(host) }]
  const lookup = pinnedLookup(door.pin, door.resolve, (found) => {
    vetted = found
  })
  return new Promise((done, fail) => {
    let joined = false
    const socket = connect({
      host,
      port: door.pin?.port ?? Number(target.port || 443),
      ...(isIP(host) === 0 && { servername: host }),
      lookup,
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
      ...(door.trust !== undefined && { ca: door.trust }),
      ...asked,
    })
    const stopClock = alarm(ms, () => end(() => fail(new Failure('CONNECT_TIMEOUT'))))
    const onStop = () => end(() => fail(stop.reason))
    function end(tell: () => void) {
      stopClock()
      stop.removeEventListener('abort', onStop)
      socket.destroy()
      tell()
    }
    stop.addEventListener('abort', onStop, { once: true })
    socket.once('connect', () => {
      joined = true
    })
    socket.once('secureConnect', () => {
      const address = socket.remoteAddress ?? ''
      if (!vetted.some((one) => one.address === address)) return end(() => fail(new Failure('TARGET_NOT_ALLOWED')))
      const seen = seenOf(socket, host, address)
      end(() => done(seen))
    })
    socket.on('error', (error) =>
      end(() => {
        if (joined) done(undefined)
        else fail(error instanceof Failure ? error : new Failure('CONNECTION_FAILED', { cause: error }))
      }),
    )
  })
}

function seenOf(socket: TLSSocket, host: string, address: string): TlsSeen {
  const leaf = socket.getPeerCertificate(true)
  const anonymous = leaf.raw === undefined
  const fault = socket.authorizationError as unknown
  const code = fault ? String((fault as { code?: string }).code ?? fault) : undefined
  return {
    protocol: socket.getProtocol() ?? '',
    cipher: socket.getCipher().name,
    chainFault: anonymous ? 'NO_CERTIFICATE' : code === 'ERR_TLS_CERT_ALTNAME_INVALID' ? undefined : code,
    otherHost: anonymous || checkServerIdentity(host, leaf) !== undefined,
    validity: anonymous ? [] : chainOf(leaf).map(validityOf),
    address,
    fingerprint: anonymous ? '' : createHash('sha256').update(leaf.raw).digest('hex'),
  }
}

/** From the leaf up; a certificate signed by itself names itself as its issuer. */
function chainOf(leaf: DetailedPeerCertificate): DetailedPeerCertificate[] {
  const chain: DetailedPeerCertificate[] = []
  let next: DetailedPeerCertificate | undefined = leaf
  while (next?.raw && !chain.includes(next)) {
    chain.push(next)
    next = next.issuerCertificate
  }
  return chain
}
function validityOf({ raw }: DetailedPeerCertificate): { from: number; to: number } {
  const { validFrom, validTo } = new X509Certificate(raw)
  return { from: Date.parse(validFrom), to: Date.parse(validTo) }
}
