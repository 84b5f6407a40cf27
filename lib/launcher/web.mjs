// The web server: the framework's own, behind one repair (`not-found-in-full.mjs`). Started by `children.ts`.
import { createServer } from 'node:http'
import next from 'next'
import { notFoundInFull } from './not-found-in-full.mjs'

const port = Number(process.env.PORT)
const portal = next({ dev: false, port })
await portal.prepare()
const answer = portal.getRequestHandler()
const server = createServer((request, response) => {
  notFoundInFull(request, response, port)
  answer(request, response).catch((error) => {
    console.error(error)
    response.destroy()
  })
})
// A connection outlives the pause between two clicks behind a proxy of 60 seconds.
server.keepAliveTimeout = 65_000
// The framework takes every error for one that a server survives; without its port it is none.
server.once('error', (error) => {
  console.error(error.code === 'EADDRINUSE' ? `The port ${port} is taken` : error)
  process.exit(1)
})
server.listen(port)

// What is being answered is answered to its end; idle connections are closed at once.
for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
    setTimeout(() => process.exit(0), 5_000).unref()
  })
