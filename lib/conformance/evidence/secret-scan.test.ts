import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findSecret } from './secret-scan'

const canary = 'cAnary/+"ß\\token?=42&'
const bytes = Buffer.from(canary)
const base64 = (before: string, after = '') => Buffer.from(before + canary + after).toString('base64')
const hex = bytes.toString('hex')
const percent = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

describe('EV-08: a secret is found', () => {
  it.each<[string, unknown]>([
    ['as it is', `Bearer ${canary}`],
    ['as a key', { [canary]: 1 }],
    ['deep inside', { a: [{ b: [[{ c: `x${canary}x` }]] }] }],
    ['in a Map, a Set and a Buffer', [new Map([['a', new Set([Buffer.from(canary)])]])]],
    ['in base64, at the beginning', base64('', 'x')],
    ['in base64, one byte on', base64('a', 'b')],
    ['in base64, two bytes on', base64('ab', 'bc')],
    ['in base64 as the word of Basic', base64('user:', ':more')],
    ['in base64 over two lines', base64('user').replace(/.{8}/g, '$&\r\n')],
    ['in base64url', Buffer.from(`??${canary}>>`).toString('base64url')],
    ['in base64 whose padding is escaped', encodeURIComponent(base64('a'))],
    ['in hex', `0x${hex}`],
    ['in capital hex', hex.toUpperCase()],
    ['in hex with colons', hex.replace(/../g, '$&:')],
    ['in hex with blanks', hex.replace(/../g, '$& ')],
    ['in a URL', `https://a.co.uk/?t=${encodeURIComponent(canary)}`],
    ['in a form', new URLSearchParams({ t: canary }).toString()],
    ['every byte escaped', percent],
    ['every byte escaped, in capitals', percent.toUpperCase()],
    ['escaped in part', canary.replace('t', '%74')],
    ['escaped twice', encodeURIComponent(encodeURIComponent(canary))],
    ['as JSON', JSON.stringify({ t: canary })],
    ['as JSON in JSON', JSON.stringify(JSON.stringify({ t: canary }))],
    [
      'as JSON with its own escapes',
      JSON.stringify(canary).replace('/', '\\/').replace('ß', '\\u00df').replace('c', '\\u0063'),
    ],
  ])('EV-08: %s', (_, value) => {
    expect(findSecret(value, ['another', canary])).toBeDefined()
    expect(JSON.stringify(findSecret(value, [canary]))).not.toContain('anary')
  })

  it('EV-08: any secret among any bytes, in each form', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 8, unit: 'binary' }),
        fc.uint8Array(),
        fc.uint8Array(),
        (text, before, after) => {
          const secret = Buffer.from(text).toString()
          const all = Buffer.concat([before, Buffer.from(secret), after])
          for (const form of ['base64', 'base64url', 'hex'] as const)
            expect(findSecret({ a: `${all.toString(form)}` }, [secret]), form).toBeDefined()
          expect(findSecret(JSON.stringify([secret]), [secret])).toBeDefined()
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('EV-08: and nothing else is', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['another text', 'Bearer cAnary/+"ß\\token?=43&'],
    ['a part of it', canary.slice(0, -1)],
    ['another base64', Buffer.from('cAnary, but not the same token').toString('base64')],
    [
      'an ordinary exchange',
      {
        method: 'GET',
        url: 'https://a.co.uk/fhir/Patient?identifier=x%7C9000000009',
        bodySha256: 'ab'.repeat(32),
        ms: 12,
      },
    ],
  ])('EV-08: %s', (_, value) => {
    expect(findSecret(value, [canary])).toBeUndefined()
  })

  it('EV-08: where there is no secret, none is found; a circle is walked once', () => {
    expect(findSecret({ a: 'b' }, [])).toBeUndefined()
    expect(findSecret({ a: 'b' }, [''])).toBeUndefined()
    const circle: { self?: unknown; text: string } = { text: canary }
    circle.self = circle
    expect(findSecret(circle, [canary])).toBe('RAW')
  })
})
