// Loaded before the web server of a journey that budgets statements (`counting-portal.ts`), never by the portal itself: each
// request bears its own list of what was asked of the database, so that requests beside it are not counted with it.
import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer, Server } from 'node:http'
import pg from 'pg'

const kept = 400
const asked = []
const current = new AsyncLocalStorage()
const control = /^\s*(begin|commit|rollback|savepoint|release|set|deallocate|discard)\b/i

const { query } = pg.Client.prototype
pg.Client.prototype.query = function (...given) {
  const [first] = given
  const text = typeof first === 'string' ? first : (first?.text ?? '')
  if (!control.test(text)) current.getStore()?.statements.push(text)
  return Reflect.apply(query, this, given)
}

const counts = createServer((_, response) => response.end(JSON.stringify(asked)))
const { emit } = Server.prototype
Server.prototype.emit = function (event, ...given) {
  if (event !== 'request' || this === counts) return Reflect.apply(emit, this, [event, ...given])
  const one = { path: given[0].url, statements: [] }
  if (!given[0].headers.rsc && given[0].method === 'GET') asked.push(one)
  if (asked.length > kept) asked.shift()
  return current.run(one, () => Reflect.apply(emit, this, [event, ...given]))
}
counts.listen(Number(process.env.STATEMENTS_PORT), '127.0.0.1')
counts.unref()
