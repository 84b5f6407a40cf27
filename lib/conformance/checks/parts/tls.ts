import type { TlsAsked, TlsSeen } from '../../guard/probe-tls'
import type { CheckContext } from '../../run/check'
import { must, notClaimed } from '../../run/finding'

/** One handshake; a plain http sandbox has none to look at. Undefined where the endpoint does not agree to what is offered. */
export async function handshake({ client }: CheckContext, asked: TlsAsked = {}): Promise<TlsSeen | undefined> {
  if (client.tls === undefined) throw notClaimed('The base is plain http, as only a sandbox may be')
  return client.tls(asked)
}

/** The handshake that every request begins with; certificates apart, it must stand. */
export async function usualHandshake(context: CheckContext): Promise<TlsSeen> {
  const seen = await handshake(context)
  must(
    seen !== undefined,
    'WEAK_TLS',
    'handshake: expected TLS 1.2 or 1.3 with an ordinary cipher, no agreement was reached',
  )
  return seen
}

/**
 * A handshake that must fail. What this machine's own library cannot offer any more is not tried.
 * @returns what was agreed all the same; undefined where the endpoint refused, `null` where it could not be offered
 */
export async function forbidden(context: CheckContext, asked: TlsAsked): Promise<TlsSeen | undefined | null> {
  try {
    return await handshake(context, asked)
  } catch (error) {
    const code = String((error as { code?: unknown }).code)
    if (/^ERR_SSL_NO_CIPHER|^ERR_SSL_INVALID_COMMAND|NO_CIPHER_MATCH|ERR_TLS_|NO_PROTOCOLS/.test(code)) return null
    throw error
  }
}
