import { describe, expect, it } from 'vitest'
import { clientAt, short } from '@/lib/testing/conformance/asking'
import { http, useInternalListener } from '@/lib/testing/conformance/loopback'
import { RunAborted, type TransportError } from './client'

useInternalListener()

const echo = () => http((request, response) => response.end(JSON.stringify(request.headers)))
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'ANSWERED',
    (error: TransportError | RunAborted) => error.code,
  )

describe('Limits of a run', () => {
  it('Limits: the request beyond the last ends the run', async () => {
    const client = clientAt(await echo(), { limits: { ...short, requests: 3 } })
    for (let i = 0; i < 3; i++) await client.ask({ to: 'x' })
    for (let i = 0; i < 2; i++)
      await expect(client.ask({ to: 'x' })).rejects.toEqual(new RunAborted('TOO_MANY_REQUESTS'))
    expect(client.exchanges).toHaveLength(3)
  })

  it('Limits: four at a time, and every one is answered', async () => {
    let now = 0
    let most = 0
    const port = await http((_, response) => {
      most = Math.max(most, ++now)
      setTimeout(() => {
        now--
        response.end()
      }, 30)
    })
    const client = clientAt(port)
    const answers = await Promise.all(Array.from({ length: 12 }, () => client.ask({ to: 'x' })))
    expect([most, answers.length]).toEqual([4, 12])
    expect(answers.map(({ exchange }) => exchange).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, i) => i),
    )
  })

  it('Limits: a failure gives its place back', async () => {
    const client = clientAt(1, { limits: { ...short, inFlight: 1, failuresInARow: 9 } })
    for (let i = 0; i < 3; i++) expect(await codeOf(client.ask({ to: 'x' }))).toBe('CONNECTION_FAILED')
  })

  it('Limits: when the time of the run is over, what is under way ends, and nothing begins', async () => {
    const client = clientAt(await http(() => {}), { limits: { ...short, headersMs: 5_000, runMs: 200 } })
    const began = performance.now()
    expect(await Promise.all([1, 2, 3, 4, 5, 6].map(() => codeOf(client.ask({ to: 'x' }))))).toEqual(
      Array(6).fill('TOO_LONG'),
    )
    expect(performance.now() - began).toBeLessThan(4_000)
    expect(await codeOf(client.ask({ to: 'x' }))).toBe('TOO_LONG')
  })

  it('SG-09: the kill switch ends what is under way and what waits, and nothing begins after', async () => {
    const kill = new AbortController()
    const client = clientAt(await http(() => {}), { signal: kill.signal, limits: { ...short, headersMs: 5_000 } })
    const asked = Promise.all([1, 2, 3, 4, 5, 6].map(() => codeOf(client.ask({ to: 'x' }))))
    setTimeout(() => kill.abort(), 50)
    expect(await asked).toEqual(Array(6).fill('STOPPED'))
    expect(client.exchanges).toHaveLength(4)
    expect(await codeOf(client.ask({ to: 'x' }))).toBe('STOPPED')
    const already = clientAt(1, { signal: AbortSignal.abort() })
    expect(await codeOf(already.ask({ to: 'x' }))).toBe('STOPPED')
  })

  it('SG-09: two requests a second, but not to a sandbox', async () => {
    const outside = clientAt(1, {
      base: 'https://gp-supplier.co.uk/',
      resolve: async () => [],
      limits: { ...short, failuresInARow: 99, spacingMs: 150 },
    })
    const time = async (client: typeof outside) => {
      const began = performance.now()
      await Promise.all([1, 2, 3, 4].map(() => codeOf(client.ask({ to: 'x' }))))
      return performance.now() - began
    }
    expect(await time(outside)).toBeGreaterThanOrEqual(445)
    expect(await time(clientAt(await echo(), { limits: { ...short, spacingMs: 5_000 } }))).toBeLessThan(4_000)
  })

  it('Limits: five 5xx in a row end the run; four and an answer do not', async () => {
    let answered = 0
    const statuses = [500, 502, 503, 504, 200, 500, 500, 500, 404, 500, 501, 599, 500, 500]
    const client = clientAt(await http((_, response) => response.writeHead(statuses[answered++]!).end()))
    const codes: string[] = []
    for (const _ of statuses) codes.push(await codeOf(client.ask({ to: 'x' })))
    expect(codes).toEqual([...Array(13).fill('ANSWERED'), 'SERVER_DOWN'])
    expect(client.exchanges.at(-1)).toMatchObject({ status: 500 })
    expect(await codeOf(client.ask({ to: 'x' }))).toBe('SERVER_DOWN')
    expect(answered).toBe(14)
  })

  it('Limits: so do five without an answer, also among 5xx', async () => {
    const client = clientAt(1)
    const codes: string[] = []
    for (let i = 0; i < 6; i++) codes.push(await codeOf(client.ask({ to: 'x' })))
    expect(codes).toEqual([...Array(4).fill('CONNECTION_FAILED'), 'SERVER_DOWN', 'SERVER_DOWN'])
  })

  it('Limits: a body that we did not want is an answer all the same', async () => {
    const client = clientAt(await http((_, response) => response.writeHead(404).end('x')))
    for (let i = 0; i < 6; i++)
      expect(await codeOf(client.lines({ to: 'x' })[Symbol.asyncIterator]().next())).toBe('BODY_BROKEN')
    const down = clientAt(await http((_, response) => response.writeHead(503).end('x')))
    for (let i = 0; i < 4; i++)
      expect(await codeOf(down.lines({ to: 'x' })[Symbol.asyncIterator]().next())).toBe('BODY_BROKEN')
    expect(await codeOf(down.lines({ to: 'x' })[Symbol.asyncIterator]().next())).toBe('SERVER_DOWN')
  })
})
