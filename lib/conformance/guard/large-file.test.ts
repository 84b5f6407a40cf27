import type { ServerResponse } from 'node:http'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { clientAt, headThen, ok, read, short } from '@/lib/testing/conformance/asking'
import { http, raw, useInternalListener } from '@/lib/testing/conformance/loopback'
import type { TransportError } from '../http/client'

useInternalListener()

const packed = (body: Buffer) => (_: unknown, response: ServerResponse) =>
  response.writeHead(200, { 'content-encoding': 'gzip' }).end(body)

describe('Limits: a large file in lines', () => {
  it('Limits: lines come one after another, whatever ends them and wherever the pieces end', async () => {
    const text = 'one\ntwo é\r\n\nfour'
    const inPieces = (_: unknown, response: ServerResponse) => {
      for (const byte of Buffer.from(text)) response.write(Buffer.of(byte))
      response.end()
    }
    expect(await read(await http(inPieces))).toEqual(['one', 'two é', '', 'four'])
    expect(await read(await http(packed(gzipSync(text))))).toEqual(['one', 'two é', '', 'four'])
    expect(await read(await http((_, r) => r.end('a\n')))).toEqual(['a'])
    expect(await read(await http((_, r) => r.end()))).toEqual([])
  })

  it('Limits: a line is at most as long as the limit', async () => {
    const longest = 'x'.repeat(10_000)
    expect(await read(await http((_, r) => r.end(`${longest}\n${longest}`)))).toEqual([longest, longest])
    expect(await read(await http((_, r) => r.end(`${longest}y\n`)))).toBe('BODY_TOO_LARGE')
    expect(await read(await http((_, r) => r.end(`${longest}y`)))).toBe('BODY_TOO_LARGE')
    expect(await read(await raw((s) => s.once('data', () => headThen(s, `${ok}\r\n`, 'x'.repeat(5_000)))))).toBe(
      'BODY_TOO_LARGE',
    )
  })

  it('Limits: a file without an end stops at the limit, packed or not; a silent one at the clock', async () => {
    const endless = await raw((s) => s.once('data', () => headThen(s, `${ok}\r\n`, 'line\n'.repeat(5_000))))
    expect(await read(endless)).toBe('BODY_TOO_LARGE')
    expect(await read(await http(packed(gzipSync(Buffer.alloc(30_000_000, 'one of many lines\n')))))).toBe(
      'BODY_TOO_LARGE',
    )
    expect(await read(await http((_, r) => void r.write('a\n')))).toBe('BODY_TIMEOUT')
  })

  it('Limits: the run’s own clock ends a file that drips', async () => {
    const port = await raw((s) => s.once('data', () => headThen(s, `${ok}\r\n`, 'a\n', 20)))
    expect(await read(port, { ...short, runMs: 800 })).toBe('TOO_LONG')
  })

  it('Limits: whoever stops reading ends the connection', async () => {
    let closed = 0
    const port = await raw((s) => {
      s.on('close', () => closed++)
      s.once('data', () => headThen(s, `${ok}\r\n`, 'a\n', 5))
    })
    for await (const line of clientAt(port).lines({ to: 'x' })) if (line === 'a') break
    await expect.poll(() => closed).toBe(1)
  })

  it('an error is no file: its lines are not read, and its status stands in the exchange', async () => {
    const one = clientAt(await http((_, r) => r.writeHead(404).end('a\nb')))
    const refusal = await one
      .lines({ to: 'x' })
      [Symbol.asyncIterator]()
      .next()
      .catch((error: TransportError) => error)
    expect(refusal).toMatchObject({ code: 'BODY_BROKEN', exchange: 0 })
    expect(one.exchanges[0]).toMatchObject({ status: 404, bodySha256: null })
  })

  it('Limits: 120 MB pass through without being held', async () => {
    const piece = Buffer.from(`${JSON.stringify({ text: 'x'.repeat(990) })}\n`.repeat(1_000))
    const port = await http(async (_, response) => {
      for (let i = 0; i < 120; i++)
        if (!response.write(piece)) await new Promise((done) => response.once('drain', done))
      response.end()
    })
    const before = process.memoryUsage().rss
    let lines = 0
    let most = 0
    for await (const line of clientAt(port, { limits: {} }).lines({ to: 'x' })) {
      lines += line.length > 0 ? 1 : 0
      if (lines % 10_000 === 0) most = Math.max(most, process.memoryUsage().rss - before)
    }
    expect(lines).toBe(120_000)
    expect(most).toBeLessThan(110_000_000)
  })
})
