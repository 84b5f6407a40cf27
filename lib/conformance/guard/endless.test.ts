import type { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { ask, forEver, headThen, ok } from '@/lib/testing/conformance/asking'
import { raw, useInternalListener } from '@/lib/testing/conformance/loopback'

useInternalListener()

const chunk = (size: number) => `${size.toString(16)}\r\n${'x'.repeat(size)}\r\n`

describe('Limits: what never ends', () => {
  const cases: [string, string, (socket: Socket) => void][] = [
    ['a server that says nothing', 'HEADERS_TIMEOUT', () => {}],
    ['headers, one byte at a time', 'HEADERS_TIMEOUT', (s) => headThen(s, ok, 'a', 50)],
    ['a status line without an end', 'HEADERS_TIMEOUT', (s) => forEver(s, 'HTTP/1.1 200 O', 5_000)],
    [
      'a flood of 103 answers',
      'HEADERS_TIMEOUT',
      (s) => forEver(s, 'HTTP/1.1 103 Early Hints\r\nlink: </x>\r\n\r\n'.repeat(50), 5),
    ],
    ['a flood of 102 answers', 'HEADERS_TIMEOUT', (s) => forEver(s, 'HTTP/1.1 102 Processing\r\n\r\n'.repeat(50), 5)],
    ['a 100 that nobody asked for', 'CONNECTION_FAILED', (s) => s.write('HTTP/1.1 100 Continue\r\n\r\n')],
    [
      'an upgrade that nobody asked for',
      'CONNECTION_FAILED',
      (s) => s.write('HTTP/1.1 101 Switching\r\nconnection: upgrade\r\nupgrade: x\r\n\r\n'),
    ],
    ['a flood of headers', 'BODY_BROKEN', (s) => headThen(s, ok, `${'x-a: b\r\n'.repeat(1_000)}`)],
    ['one header without an end', 'BODY_BROKEN', (s) => headThen(s, `${ok}x-a: `, 'b'.repeat(10_000))],
    ['no HTTP at all', 'BODY_BROKEN', (s) => s.write('SSH-2.0-OpenSSH_9.2\r\n')],
    ['two lengths', 'BODY_BROKEN', (s) => s.write(`${ok}content-length: 1\r\ncontent-length: 2\r\n\r\nab`)],
    [
      'length and chunks together',
      'BODY_BROKEN',
      (s) => s.write(`${ok}content-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`),
    ],
    ['a hang-up before the answer', 'CONNECTION_FAILED', (s) => s.end()],
    ['a hang-up amid the headers', 'CONNECTION_FAILED', (s) => s.end(`${ok}content-le`)],
    ['a reset', 'CONNECTION_FAILED', (s) => s.resetAndDestroy()],
    ['a body that never comes', 'BODY_TIMEOUT', (s) => s.write(`${ok}content-length: 10\r\n\r\n`)],
    ['a body, one byte at a time', 'BODY_TIMEOUT', (s) => headThen(s, `${ok}content-length: 100000\r\n\r\n`, 'x', 50)],
    [
      'chunks, one byte at a time',
      'BODY_TIMEOUT',
      (s) => headThen(s, `${ok}transfer-encoding: chunked\r\n\r\n`, chunk(1), 50),
    ],
    [
      'a chunk size without an end',
      'BODY_BROKEN',
      (s) => headThen(s, `${ok}transfer-encoding: chunked\r\n\r\n`, 'f'.repeat(1_000)),
    ],
    ['endless chunks', 'BODY_TOO_LARGE', (s) => headThen(s, `${ok}transfer-encoding: chunked\r\n\r\n`, chunk(60_000))],
    [
      'endless trailers',
      'BODY_BROKEN',
      (s) => headThen(s, `${ok}transfer-encoding: chunked\r\n\r\n0\r\n`, 'x-a: b\r\n'.repeat(1_000)),
    ],
    [
      'HTTP/1.0 without a length, for ever',
      'BODY_TOO_LARGE',
      (s) => headThen(s, 'HTTP/1.0 200 OK\r\n\r\n', 'x'.repeat(60_000)),
    ],
    [
      'a length beyond the limit',
      'BODY_TOO_LARGE',
      (s) => headThen(s, `${ok}content-length: 99999999999\r\n\r\n`, 'x'.repeat(60_000)),
    ],
    ['less than was promised', 'BODY_BROKEN', (s) => s.end(`${ok}content-length: 10\r\n\r\n123`)],
    ['chunks that break off', 'BODY_BROKEN', (s) => s.end(`${ok}transfer-encoding: chunked\r\n\r\n5\r\nab`)],
    ['chunks that are none', 'BODY_BROKEN', (s) => s.write(`${ok}transfer-encoding: chunked\r\n\r\nxyz\r\n`)],
  ]
  it.each(cases)('Limits: %s: %s', async (_, code, speak) => {
    let connections = 0
    const port = await raw((socket) => {
      connections++
      socket.once('data', () => speak(socket))
    })
    expect(await ask(port)).toBe(code)
    expect(connections, 'tried once').toBe(1)
  })

  it('Limits: a hang-up on arrival is not tried again', async () => {
    let connections = 0
    const port = await raw((socket) => {
      connections++
      socket.destroy()
    })
    expect(await ask(port)).toBe('CONNECTION_FAILED')
    expect(connections).toBeLessThanOrEqual(1)
  })

  it('HTTP/1.0 without a length that ends is an answer, and so are an empty one and one with a late second answer', async () => {
    const old = await raw((s) => s.once('data', () => s.end('HTTP/1.0 200 OK\r\ncontent-type: a/b\r\n\r\n{"a":1}')))
    expect(await ask(old)).toMatchObject({ status: 200, json: { a: 1 } })
    const none = await raw((s) => s.once('data', () => s.write('HTTP/1.1 204 No Content\r\n\r\n')))
    expect(await ask(none)).toMatchObject({ status: 204, json: undefined })
    const two = await raw((s) =>
      s.once('data', () => s.write(`${ok}content-length: 2\r\n\r\n{}${ok}content-length: 7\r\n\r\n{"b":2}`)),
    )
    expect(await ask(two)).toMatchObject({ status: 200, json: {} })
  })
})
