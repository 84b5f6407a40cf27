import { createServer, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { TlsBehaviour } from './behaviour'
import { authorityAndCertificate } from './certificate'

type Secure = TlsBehaviour & { host: string; at: Date }

/** A server that speaks http, or https with a certificate made for it. */
export function openServer(secure: Secure | undefined): { server: Server; authority: string | undefined } {
  if (!secure) return { server: createServer(), authority: undefined }
  const { host, at, days, name, unknownAuthority, minVersion, maxVersion, ciphers } = secure
  const made = authorityAndCertificate(name ?? host, at, days)
  const other = unknownAuthority ? authorityAndCertificate(host, at) : made
  const server = createSecureServer({
    key: made.key,
    cert: made.certificate,
    ...(minVersion && { minVersion }),
    ...(maxVersion && { maxVersion }),
    ...(ciphers && { ciphers }),
  })
  server.on('tlsClientError', () => undefined)
  return { server: server as unknown as Server, authority: other.authority }
}

/** A year, unless a fault says otherwise; undefined where none is sent. */
export const strictTransportOf = (tls: TlsBehaviour | undefined): string | undefined =>
  tls?.strictTransport === null ? undefined : (tls?.strictTransport ?? 'max-age=31536000; includeSubDomains')
