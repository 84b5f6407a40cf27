import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { gzipAnswer } from './gzip-answer'

const text = 'all the modules, '.repeat(200)
const encodingFor = (accepted: string | null, body = text) =>
  gzipAnswer(accepted, body, 200, { 'content-type': 'text/plain' }).headers.get('content-encoding')

describe('a compressed answer', () => {
  it('says the same in fewer bytes', async () => {
    const answer = gzipAnswer('gzip, br', text, 200, { 'content-type': 'text/plain' })
    const bytes = Buffer.from(await answer.arrayBuffer())
    expect(bytes.length).toBeLessThan(text.length / 4)
    expect(gunzipSync(bytes).toString()).toBe(text)
    expect([answer.headers.get('vary'), answer.headers.get('content-type')]).toEqual(['accept-encoding', 'text/plain'])
  })

  it('is only for who takes it, and not for a few words', () => {
    expect(['gzip', 'br;q=1, gzip;q=0.5', '*', 'gzip;q=0', null].map((accepted) => encodingFor(accepted))).toEqual([
      'gzip',
      'gzip',
      null,
      null,
      null,
    ])
    expect(encodingFor('gzip', 'short')).toBeNull()
  })
})
