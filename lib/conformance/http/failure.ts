import type { TransportCode } from './client'

/** Why no answer came, inside the client; towards the checks it becomes a TransportError. */
export class Failure extends Error {
  constructor(
    readonly code: TransportCode,
    options?: ErrorOptions,
  ) {
    super(code, options)
  }
}
