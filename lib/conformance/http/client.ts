import type { Exchange } from '../evidence/bundle'
import type { TlsAsked, TlsSeen } from '../guard/probe-tls'
import type { TransportCode } from './failure'

/** One request of a check. The token is named, never given: only the client knows it (EV-08). */
export type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Relative to the base (`Patient?identifier=…`), or a whole address that the server gave and `under` has allowed. */
  to: string
  /** `right` where left out. */
  token?:
    | 'right'
    | 'wrong'
    | 'none'
    | 'expired'
    | 'other-audience'
    | 'other-scope'
    /** The right one with other claims, where it is a JWT without a signature; undefined leaves a claim out. */
    | { claims: Record<string, unknown> }
  headers?: Record<string, string>
  /** Sent as `application/fhir+json`, unless `headers` say otherwise. */
  body?: unknown
}

/** What came back, whatever its status: a redirect, a 500 and an empty body are answers. */
export type Answer = {
  status: number
  /** Names in lower case. */
  headers: Record<string, string>
  /** Decompressed, and never longer than the limit. */
  body: Buffer
  /** The body as JSON; `undefined` where it is none, or nested deeper than the limit. */
  json: unknown
  ms: number
  /** The address that was asked. */
  url: string
  /** Its number in the run's exchanges. */
  exchange: number
}

/** No answer: our fault, the network's, or an address that is not allowed. */
export class TransportError extends Error {
  constructor(
    readonly code: TransportCode,
    /** Its number in the run's exchanges; null where nothing was sent. */
    readonly exchange: number | null,
    readonly ms: number,
  ) {
    super(code)
  }
}

/** Why a run ends before its last check. */
export const abortCodes = [
  'TOO_MANY_REQUESTS',
  'TOO_LONG',
  'SERVER_DOWN',
  'NOT_SYNTHETIC',
  'STOPPED',
  'TARGET_NOT_ALLOWED',
] as const
export type AbortCode = (typeof abortCodes)[number]
export class RunAborted extends Error {
  constructor(readonly code: AbortCode) {
    super(code)
  }
}

/** All that a check may do to the outside. */
export type Client = {
  /** Ends with `/`. */
  base: string
  /** @throws TransportError, RunAborted */
  ask(ask: Ask): Promise<Answer>
  /** One line after another of a large file that the server named (limit 200 MB, a line 1 MB). */
  lines(ask: Ask): AsyncIterable<string>
  /** An address that the server gave us, made whole; undefined unless it lies under the base (SG-05). */
  under(address: string): string | undefined
  /** What the token says of who asks, where it is a JWT that bears no signature (GP Connect); it is no secret then. */
  claims?: Record<string, unknown> | undefined
  /** One handshake without a request; undefined of a base that is plain http. @throws TransportError, RunAborted */
  tls?: ((asked: TlsAsked) => Promise<TlsSeen | undefined>) | undefined
  exchanges: Exchange[]
  addresses: Set<string>
  tlsFingerprints: Set<string>
}
