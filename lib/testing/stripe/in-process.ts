import Stripe from 'stripe'
import type { Answer } from './idempotency'
import type { Asked } from './serve'

type Given = Parameters<Stripe.HttpClient['makeRequest']>

/** Carries the SDK's requests to the stand-in without a wire; a cut connection is an error at once, where on a wire the SDK waits and tries once more by itself. */
export class InProcess extends Stripe.HttpClient {
  constructor(private readonly respond: (asked: Asked) => Answer | 'cut') {
    super()
  }

  override getClientName(): string {
    return 'in-process'
  }

  override async makeRequest(...[, , path, method, headers, body]: Given) {
    const { pathname, search } = new URL(path, 'http://stripe.test')
    const given = Object.fromEntries(
      Object.entries(headers as Record<string, unknown>).map(([k, v]) => [k.toLowerCase(), v]),
    )
    const one = (name: string) => (given[name] === undefined || given[name] === '' ? undefined : String(given[name]))
    const [key, account, authorization] = [one('idempotency-key'), one('stripe-account'), one('authorization')]
    const asked: Asked = {
      method,
      path: pathname,
      query: search.slice(1),
      body: body ?? '',
      ...(key ? { key } : {}),
      ...(account ? { account } : {}),
      ...(authorization ? { authorization } : {}),
    }
    const made = this.respond(asked)
    if (made === 'cut') throw Object.assign(new Error('socket hang up'), { code: 'ECONNABORTED' })
    return new Answered(made)
  }
}

class Answered extends Stripe.HttpClientResponse {
  constructor(private readonly made: Answer) {
    super(made.status, { 'request-id': 'req_emu' })
  }

  override getRawResponse() {
    return this.made
  }

  override toJSON() {
    return Promise.resolve(JSON.parse(this.made.body))
  }
}
