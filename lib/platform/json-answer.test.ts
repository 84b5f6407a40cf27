import { describe, expect, it, vi } from 'vitest'
import { jsonAnswer } from './json-answer'

const ask = (headers: Record<string, string> = {}) =>
  jsonAnswer(new Request('http://portal/', { headers }), { words: 'Appointments', pence: 126_000n })

describe('a public answer', () => {
  it('is told apart by what takes it compressed, and has a weak ETag that holds for both', async () => {
    const { headers } = ask()
    expect(await ask().text()).toBe('{"words":"Appointments","pence":"126000"}')
    expect([headers.get('vary'), headers.get('content-type')]).toEqual([
      'accept-encoding',
      'application/json; charset=utf-8',
    ])
    expect(headers.get('etag')).toMatch(/^W\/"[0-9a-f]{32}"$/)
  })

  it('is 304 for who holds it', async () => {
    const tag = ask().headers.get('etag')!
    for (const held of [tag, tag.replace('W/', ''), `"other", ${tag}`, '*']) {
      const answer = ask({ 'if-none-match': held })
      expect([answer.status, await answer.text(), answer.headers.get('vary')]).toEqual([304, '', 'accept-encoding'])
    }
    expect(ask({ 'if-none-match': '"other"' }).status).toBe(200)
  })

  it('keeps a browser safe by itself, and asks for TLS where the portal has it', () => {
    const { headers } = ask()
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('strict-transport-security')).toBeNull()
    vi.stubEnv('PUBLIC_URL', 'https://portal.example')
    expect(ask().headers.get('strict-transport-security')).toContain('max-age=31536000')
    vi.unstubAllEnvs()
  })
})
