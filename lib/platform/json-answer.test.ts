import { gunzipSync } from 'node:zlib'
import { describe, expect, it, vi } from 'vitest'
import { jsonAnswer, readyAnswer, readyJson } from './json-answer'

const long = { words: 'Appointments '.repeat(200), pence: 126_000n }
const text = JSON.stringify({ ...long, pence: '126000' })
const ask = (headers: Record<string, string> = {}, body: unknown = long) =>
  jsonAnswer(new Request('http://portal/', { headers }), body)

describe('a public answer', () => {
  it('goes out compressed to who takes it, and plain to who does not', async () => {
    const [zipped, plain] = [await ask({ 'accept-encoding': 'br, gzip;q=0.8' }), await ask()]
    expect(zipped.headers.get('content-encoding')).toBe('gzip')
    expect(gunzipSync(await zipped.arrayBuffer()).toString()).toBe(text)
    expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, text])
    for (const answer of [zipped, plain]) {
      expect(answer.headers.get('vary')).toBe('accept-encoding')
      expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8')
    }
    expect(zipped.headers.get('etag')).not.toBe(plain.headers.get('etag'))
  })

  it.each([
    ['gzip', true],
    ['deflate, GZIP', true],
    ['*', true],
    ['gzip;q=0', false],
    ['gzip;q=0.000, *', false],
    ['identity', false],
    ['br', false],
  ])('Accept-Encoding %s: compressed %s', async (accepted, is) =>
    expect((await ask({ 'accept-encoding': accepted })).headers.has('content-encoding')).toBe(is),
  )

  it('is not compressed where that saves nothing', async () =>
    expect((await ask({ 'accept-encoding': 'gzip' }, { a: 1 })).headers.has('content-encoding')).toBe(false))

  it('is 304 for who holds it, in whatever form', async () => {
    const tags = [await ask({ 'accept-encoding': 'gzip' }), await ask()].map((answer) => answer.headers.get('etag')!)
    for (const held of [...tags, `W/${tags[1]}`, `"other", ${tags[0]}`, '*']) {
      const answer = await ask({ 'accept-encoding': 'gzip', 'if-none-match': held })
      expect([answer.status, await answer.text(), answer.headers.get('vary')]).toEqual([304, '', 'accept-encoding'])
    }
    expect((await ask({ 'if-none-match': '"other"' })).status).toBe(200)
  })

  it('keeps a browser safe by itself, and asks for TLS where the portal has it', async () => {
    const { headers } = await ask()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('strict-transport-security')).toBeNull()
    vi.stubEnv('PUBLIC_URL', 'https://portal.example')
    expect((await ask()).headers.get('strict-transport-security')).toContain('max-age=31536000')
    vi.unstubAllEnvs()
  })

  it('that was made before is compressed once', async () => {
    const ready = readyJson(long)
    const request = new Request('http://portal/', { headers: { 'accept-encoding': 'gzip' } })
    await readyAnswer(request, ready)
    const { zipped } = ready
    const again = await readyAnswer(request, ready)
    expect(ready.zipped).toBe(zipped)
    expect(gunzipSync(await again.arrayBuffer()).toString()).toBe(text)
  })
})
