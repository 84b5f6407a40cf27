import { checkRequest } from './check-request'
import { readForm } from './form-body'
import { type Answer, hashOf, type Idempotency } from './idempotency'
import type { Schemas } from './request-schemas'
import { balanceRoutes } from './routes/balance-routes'
import { invoiceRoutes } from './routes/invoice-routes'
import { moneyRoutes } from './routes/money-routes'
import { partyRoutes } from './routes/party-routes'
import type { Route } from './routes/route'
import { StripeFault } from './stripe-error'
import type { World } from './world'

/** One request as it came over the wire. `account` is its `Stripe-Account`. */
export type Asked = {
  method: string
  path: string
  query: string
  body: string
  key?: string
  account?: string
  authorization?: string
}

export const routes: Route[] = [...partyRoutes, ...invoiceRoutes, ...moneyRoutes, ...balanceRoutes]

/** Answers one request. Nothing is half done: a route checks everything before it changes anything. */
export function serve(world: World, schemas: Schemas, keys: Idempotency, asked: Asked): Answer {
  try {
    authorise(asked.authorization)
    const found = routes.find((route) => route.method === asked.method && route.path.test(asked.path))
    if (!found)
      throw new StripeFault(404, 'invalid_request_error', `Unrecognized request URL (${asked.method}: ${asked.path}).`)
    if (asked.account) world.get('account', asked.account)
    if (asked.method !== 'POST' || !asked.key) return run(world, schemas, found, asked)
    const key = `${asked.account ?? ''} ${asked.key}`
    const hash = hashOf(asked.method, asked.path, asked.body, asked.account ?? '')
    const again = keys.replay(key, hash, world.now)
    if (again) return again
    const answer = run(world, schemas, found, asked)
    keys.keep(key, hash, world.now, answer)
    return answer
  } catch (error) {
    if (error instanceof StripeFault) return { status: error.status, body: JSON.stringify(error.body()) }
    throw error
  }
}

function run(world: World, schemas: Schemas, route: Route, asked: Asked): Answer {
  const form = readForm(asked.method === 'POST' ? asked.body : asked.query)
  const params = checkRequest(schemas, route.name, form)
  const [, id = ''] = route.path.exec(asked.path)!
  const body = route.handle({ world, params: params as never, id, account: asked.account ?? null })
  return { status: 200, body: JSON.stringify(body) }
}

/** Only keys of test mode (E5). The key itself is not said again. */
function authorise(authorization = ''): void {
  const key = authorization.replace(/^Bearer /, '')
  if (!key.startsWith('sk_test_')) throw new StripeFault(401, 'invalid_request_error', 'Invalid API Key provided')
}
