/** Why no answer came, or why nothing was sent (CS-06: these are never the product's breach). */
export const transportCodes = [
  'TARGET_NOT_ALLOWED',
  'NAME_NOT_FOUND',
  'CONNECTION_FAILED',
  'TLS_FAILED',
  'CONNECT_TIMEOUT',
  'HEADERS_TIMEOUT',
  'BODY_TIMEOUT',
  'BODY_TOO_LARGE',
  'BODY_BROKEN',
] as const
export type TransportCode = (typeof transportCodes)[number]

/** Why no answer came, inside the client; towards the checks it becomes a TransportError. */
export class Failure extends Error {
  constructor(
    readonly code: TransportCode,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}
