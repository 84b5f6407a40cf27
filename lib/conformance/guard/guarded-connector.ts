import { createHash } from 'node:crypto'
import { isIP, type Socket } from 'node:net'
import { TLSSocket } from 'node:tls'
import ipaddr from 'ipaddr.js'
import { buildConnector } from 'undici'
import { Failure } from '../http/failure'
import { type Found, pinnedLookup, type Resolve } from './pinned-lookup'
import type { Pin } from './sandbox-rules'
import { bare } from './target-rules'

export type Door = {
  /** Where the deployment says that this host stands; undefined for every host of the internet. */
  pin: Pin | undefined
  resolve: Resolve
  /** A further authority to trust, as PEM: for tests. */
  trust?: string
}
/** Whom a socket reached. */
export type Peer = { address: string; tlsFingerprint: string | undefined }

/**
 * Opens one socket, to a vetted address only, with the checks of TLS as they are: `rejectUnauthorized` is said out loud because a variable
 * of the environment could unsay it, and no session is resumed, so that every certificate is seen.
 * @returns the connector for undici, and a way to end what is under way
 */
export function guardedConnector(door: Door, reached: (peer: Peer) => void) {
  let socket: Socket | undefined
  let used = false
  const connector: buildConnector.connector = (target, answer) => {
    // A server that hangs up before it is asked would be called again by undici, as often as it likes.
    if (used) return answer(new Failure('CONNECTION_FAILED'), null)
    used = true
    const host = bare(target.hostname)
    // SG-04: nobody looks a literal up, so nobody would vet it. SG-01 has refused it long ago; this is the second lock.
    if (isIP(host) !== 0 && host !== door.pin?.ip) return answer(new Failure('TARGET_NOT_ALLOWED'), null)
    let vetted: Found[] = isIP(host) === 0 ? [] : [{ address: host, family: isIP(host) }]
    let joined = false
    const connect = buildConnector({
      lookup: pinnedLookup(door.pin, door.resolve, (found) => {
        vetted = found
      }),
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      maxCachedSessions: 0,
      autoSelectFamily: true,
      autoSelectFamilyAttemptTimeout: 1_500,
      // The clock of the request is the one that counts; this is for a socket that nobody waits for any more.
      timeout: 60_000,
      ...(door.trust !== undefined && { ca: door.trust }),
    }) as unknown as (options: buildConnector.Options, answer: buildConnector.Callback) => Socket
    const port = door.pin?.port === undefined ? target.port : String(door.pin.port)
    socket = connect({ ...target, port, httpSocket: undefined }, (...[error, opened]) => {
      if (error)
        return answer(
          error instanceof Failure ? error : new Failure(joined ? 'TLS_FAILED' : 'CONNECTION_FAILED', { cause: error }),
          null,
        )
      const { remoteAddress: reachedAt } = opened
      if (reachedAt === undefined) return answer(new Failure('CONNECTION_FAILED'), null)
      if (!vetted.some(({ address }) => plain(address) === plain(reachedAt))) {
        opened.destroy()
        return answer(new Failure('TARGET_NOT_ALLOWED'), null)
      }
      reached({ address: reachedAt, tlsFingerprint: fingerprint(opened) })
      answer(null, opened)
    })
    socket.once('connect', () => {
      joined = true
    })
  }
  return { connector, end: () => socket?.destroy() }
}

/** One spelling for each address. */
function plain(address: string): string {
  return ipaddr.parse(address).toNormalizedString()
}

/** SHA-256 over the certificate of the other side. */
function fingerprint(socket: Socket): string | undefined {
  if (!(socket instanceof TLSSocket)) return undefined
  const { raw } = socket.getPeerCertificate()
  return raw && createHash('sha256').update(raw).digest('hex')
}
