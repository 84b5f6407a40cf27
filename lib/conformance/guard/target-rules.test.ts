import { describe, expect, it } from 'vitest'
import { useInternalListener } from '@/lib/testing/conformance/loopback'
import { refusedAddresses } from '@/lib/testing/conformance/refused-addresses'
import { RunAborted } from '../http/client'
import { createClient } from '../http/create-client'
import { parsePin, parseSandbox } from './sandbox-rules'
import { judgeBase, judgeTarget } from './target-rules'

const inside = useInternalListener()

for (const [family, cases] of Object.entries(refusedAddresses))
  describe(`SG-01: ${family}`, () => {
    it.each(cases)('SG-01: %j is refused: %s', (written, reason) => {
      const address = written.replace('§', String(inside.port()))
      expect(judgeTarget(address)).toEqual({ allowed: false, reason })
      expect(judgeBase(address).allowed).toBe(false)
      // SG-08: outside, it is one code and no more.
      expect(() => createClient({ base: address, token: 't', testRanges: [] })).toThrow(
        new RunAborted('TARGET_NOT_ALLOWED'),
      )
    })
  })

describe('SG-01: must pass', () => {
  it.each([
    ['https://gp-supplier.co.uk', 'https://gp-supplier.co.uk/'],
    ['https://gp-supplier.co.uk:443/fhir', 'https://gp-supplier.co.uk/fhir/'],
    ['https://gp-supplier.co.uk./fhir/', 'https://gp-supplier.co.uk/fhir/'],
    ['HTTPS://GP-Supplier.CO.UK/FHIR/R4', 'https://gp-supplier.co.uk/FHIR/R4/'],
    ['https://api.example.com/a/b/c', 'https://api.example.com/a/b/c/'],
    ['https://localhost.gp-supplier.co.uk/', 'https://localhost.gp-supplier.co.uk/'],
    ['https://münchen-praxis.de/', 'https://xn--mnchen-praxis-wob.de/'],
    ['https://xn--mnchen-praxis-wob.de/', 'https://xn--mnchen-praxis-wob.de/'],
    ['https://internal.gp-supplier.co.uk/', 'https://internal.gp-supplier.co.uk/'],
    ['https://a1.nhs.uk/', 'https://a1.nhs.uk/'],
  ])('SG-01: %s', (typed, base) => {
    const target = judgeBase(typed)
    expect(target.allowed && target.url.href).toBe(base)
    expect(createClient({ base: typed, token: null, testRanges: [] }).base).toBe(base)
  })

  it.each([
    'https://a.co.uk/x?y=1',
    'https://a.co.uk/?',
    'https://a.co.uk/a%2fb',
    'https://a.co.uk/a;b/',
    'https://a.co.uk//x',
  ])('SG-05: %s is no base, because what lies under it could be read in two ways', (typed) => {
    expect(judgeTarget(typed).allowed).toBe(true)
    expect(judgeBase(typed).allowed).toBe(false)
  })
})

describe('SG-10: the sandbox', () => {
  const sandbox = parseSandbox([
    'sandbox.test=127.0.0.1',
    'one.test=127.0.0.1:8080',
    '127.0.0.1=127.0.0.1',
    'six.test=[::1]:1',
  ])!

  it.each([
    'http://sandbox.test:1234/fhir',
    'https://sandbox.test/fhir',
    'http://SANDBOX.test.:99/',
    'http://one.test:8080/',
    'http://one.test/',
    'http://127.0.0.1:5/',
    'https://six.test:1/',
  ])('SG-10: %s is waived for its host', (typed) => {
    expect(judgeBase(typed, sandbox).allowed).toBe(true)
    expect(judgeBase(typed).allowed).toBe(false)
  })

  it.each([
    'http://other.test:1234/fhir',
    'http://a.sandbox.test/',
    'http://sandbox.test.evil.com/',
    'http://one.test:8081/',
    'http://127.0.0.2:5/',
    'http://localhost:5/',
    'ftp://sandbox.test/',
    'http://user@sandbox.test/',
    'http://sandbox.test/#x',
    'http://sandbox.test\\@evil.com/',
  ])('SG-10: %s is not', (typed) => {
    expect(judgeBase(typed, sandbox).allowed).toBe(false)
  })

  it.each([
    ['sandbox.test=127.0.0.1', { host: 'sandbox.test', pin: { ip: '127.0.0.1' } }],
    ['Sandbox.TEST=127.0.0.1:80', { host: 'sandbox.test', pin: { ip: '127.0.0.1', port: 80 } }],
    ['a.test=::1', { host: 'a.test', pin: { ip: '::1' } }],
    ['a.test=[::1]:443', { host: 'a.test', pin: { ip: '::1', port: 443 } }],
    ['a.test=[::1]', { host: 'a.test', pin: { ip: '::1' } }],
  ])('SG-10: %s is read', (line, pin) => {
    expect(parsePin(line)).toEqual(pin)
  })

  it.each([
    ...[
      '',
      'a.test',
      'a.test=',
      '=127.0.0.1',
      'a.test=b.test',
      'a.test=127.1',
      'a.test=127.0.0.1:§',
      'a.test=127.0.0.1:65536',
    ],
    ...[
      'a.test=127.0.0.1:',
      'a.test=fe80::1%eth0',
      'a.test=[127.0.0.1]:1',
      '*=127.0.0.1',
      'a.test=127.0.0.1=x',
      '10.0.0.1=127.0.0.1',
    ],
  ])('SG-10: %j is not read, and neither is a list with it', (line) => {
    expect(parsePin(line)).toBeUndefined()
    expect(parseSandbox(['sandbox.test=127.0.0.1', line])).toBeUndefined()
  })
})
