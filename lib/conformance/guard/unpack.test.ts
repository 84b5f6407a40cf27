import type { IncomingMessage, ServerResponse } from 'node:http'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ask, forEver, headThen, ok } from '@/lib/testing/conformance/asking'
import { http, raw, useInternalListener } from '@/lib/testing/conformance/loopback'
import type { Answer } from '../http/client'

useInternalListener()

type Reply = (request: IncomingMessage, response: ServerResponse) => void
const packed =
  (encoding: string, body: Buffer): Reply =>
  (_, response) =>
    response.writeHead(200, { 'content-encoding': encoding }).end(body)
const json = Buffer.from(JSON.stringify({ text: 'é'.repeat(30_000), n: Array.from({ length: 9_000 }, (_, i) => i) }))
const zeros = Buffer.alloc(50_000_000)

const gzipped = `${ok}content-encoding: gzip\r\n\r\n`

describe('SG-06: decompression', () => {
  it.each<[string, Buffer]>([
    ['gzip', gzipSync(json)],
    ['GZIP', gzipSync(json)],
    ['x-gzip', gzipSync(json)],
    ['gzip', Buffer.concat([gzipSync(json.subarray(0, 100)), gzipSync(json.subarray(100))])],
    ['deflate', deflateSync(json)],
    ['deflate', deflateRawSync(json)],
    ['br', brotliCompressSync(json)],
    ['identity', json],
  ])('SG-06: %s is read', async (encoding, body) => {
    const answer = (await ask(await http(packed(encoding, body)))) as Answer
    expect(answer.body.equals(json)).toBe(true)
    expect(answer.json).toEqual(JSON.parse(json.toString()))
  })

  it.each<[string, string, string, Buffer]>([
    ['a gzip bomb', 'BODY_TOO_LARGE', 'gzip', gzipSync(zeros)],
    ['a deflate bomb', 'BODY_TOO_LARGE', 'deflate', deflateSync(zeros)],
    ['a raw deflate bomb', 'BODY_TOO_LARGE', 'deflate', deflateRawSync(zeros)],
    ['a brotli bomb', 'BODY_TOO_LARGE', 'br', brotliCompressSync(zeros)],
    [
      'a bomb of many members',
      'BODY_TOO_LARGE',
      'gzip',
      Buffer.concat(Array(50).fill(gzipSync(Buffer.alloc(100_000)))),
    ],
    ['a small bomb, within the size but not the ratio', 'BODY_TOO_LARGE', 'gzip', gzipSync(Buffer.alloc(300_000))],
    ['twice packed', 'BODY_BROKEN', 'gzip, gzip', gzipSync(gzipSync(zeros))],
    ['twice packed, otherwise', 'BODY_BROKEN', 'br, gzip', gzipSync(brotliCompressSync(zeros))],
    ['a coding that nobody knows', 'BODY_BROKEN', 'zstd', Buffer.from('abc')],
    ['compress', 'BODY_BROKEN', 'compress', Buffer.from('abc')],
    ['gzip that is none', 'BODY_BROKEN', 'gzip', Buffer.from('{"a":1}')],
    ['gzip that breaks off', 'BODY_BROKEN', 'gzip', gzipSync(json).subarray(0, 200)],
    ['brotli that is none', 'BODY_BROKEN', 'br', Buffer.from('{"a":1}')],
    ['brotli that breaks off', 'BODY_BROKEN', 'br', brotliCompressSync(json).subarray(0, 50)],
    ['deflate that breaks off', 'BODY_BROKEN', 'deflate', deflateSync(json).subarray(0, 200)],
    ['more than the limit, hardly packed', 'BODY_TOO_LARGE', 'identity', Buffer.alloc(500_001, 'x')],
  ])('SG-06: %s: %s', async (_, code, encoding, body) => {
    const before = process.memoryUsage().rss
    expect(await ask(await http(packed(encoding, body)))).toBe(code)
    expect(process.memoryUsage().rss - before).toBeLessThan(60_000_000)
  })

  it('SG-06: what goes in counts too: a gzip whose file name has no end, and empty members for ever', async () => {
    const name = await raw((s) =>
      s.once('data', () => {
        s.write(gzipped)
        s.write(Buffer.from('1f8b0808000000000003', 'hex'))
        forEver(s, 'a'.repeat(60_000))
      }),
    )
    const none = Buffer.concat(Array(3_000).fill(gzipSync('')))
    const members = await raw((s) => s.once('data', () => headThen(s, gzipped, none)))
    expect([await ask(name), await ask(members)]).toEqual(['BODY_TOO_LARGE', 'BODY_TOO_LARGE'])
  })

  it('SG-06: two Content-Encoding lines are two codings', async () => {
    const port = await raw((s) =>
      s.once('data', () =>
        s.end(
          Buffer.concat([
            Buffer.from(`${ok}content-encoding: gzip\r\ncontent-encoding: gzip\r\n\r\n`),
            gzipSync(gzipSync(json)),
          ]),
        ),
      ),
    )
    expect(await ask(port)).toBe('BODY_BROKEN')
  })

  it('SG-06: a packed body that stops coming is slow, not broken', async () => {
    const port = await http((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).write(gzipSync(json).subarray(0, 100))
    })
    expect(await ask(port)).toBe('BODY_TIMEOUT')
  })
})
