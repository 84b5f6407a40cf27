/** An error as Stripe answers it: always with a body that has `error`. */
export class StripeFault extends Error {
  constructor(
    readonly status: number,
    readonly type: 'invalid_request_error' | 'idempotency_error' | 'api_error' | 'card_error',
    message: string,
    readonly more: { param?: string; code?: string } = {},
  ) {
    super(message)
  }

  body() {
    return { error: { type: this.type, message: this.message, ...this.more } }
  }
}

/** A request that Stripe refuses: 400, with the parameter at fault where there is one. */
export const refused = (message: string, more: { param?: string; code?: string } = {}) =>
  new StripeFault(400, 'invalid_request_error', message, more)

/** An id that names nothing: 404 `resource_missing`. */
export const missing = (what: string, id: string) =>
  new StripeFault(404, 'invalid_request_error', `No such ${what}: '${id}'`, { param: 'id', code: 'resource_missing' })
