import { describe, expect, it } from 'vitest'
import { RunAborted } from '../http/client'
import { createClient } from '../http/create-client'
import { useInternalListener } from '../http/test-material/loopback'
import { parsePin, parseSandbox } from './sandbox-rules'
import { judgeBase, judgeTarget, type Refusal } from './target-rules'

const inside = useInternalListener()

/** `§` stands for the port of the internal listener. */
const refused: Record<string, [address: string, reason: Refusal][]> = {
  scheme: [
    ['http://gp-supplier.co.uk/fhir', 'SCHEME'],
    ['http://127.0.0.1:§/', 'SCHEME'],
    ['ftp://gp-supplier.co.uk/', 'SCHEME'],
    ['ws://gp-supplier.co.uk/', 'SCHEME'],
    ['wss://gp-supplier.co.uk/', 'SCHEME'],
    ['gopher://127.0.0.1:§/_GET', 'SCHEME'],
    ['dict://127.0.0.1:§/', 'SCHEME'],
    ['file:///etc/passwd', 'NOT_AN_ADDRESS'],
    ['file://gp-supplier.co.uk/etc/passwd', 'SCHEME'],
    ['javascript:alert(1)', 'NOT_AN_ADDRESS'],
    ['data:text/plain,x', 'NOT_AN_ADDRESS'],
    ['blob:https://gp-supplier.co.uk/1', 'NOT_AN_ADDRESS'],
    ['view-source:https://gp-supplier.co.uk/', 'NOT_AN_ADDRESS'],
    ['//127.0.0.1:§/', 'NOT_AN_ADDRESS'],
    ['gp-supplier.co.uk/fhir', 'NOT_AN_ADDRESS'],
    ['https:gp-supplier.co.uk', 'NOT_AN_ADDRESS'],
    ['https:/gp-supplier.co.uk', 'NOT_AN_ADDRESS'],
    ['https:///gp-supplier.co.uk', 'NOT_AN_ADDRESS'],
    ['https://', 'NOT_AN_ADDRESS'],
    ['', 'NOT_AN_ADDRESS'],
  ],
  port: [
    ['https://gp-supplier.co.uk:22/', 'PORT'],
    ['https://gp-supplier.co.uk:80/', 'PORT'],
    ['https://gp-supplier.co.uk:8443/', 'PORT'],
    ['https://gp-supplier.co.uk:0/', 'PORT'],
    ['https://gp-supplier.co.uk:/', 'PORT'],
    ['https://gp-supplier.co.uk:0443/', 'PORT'],
    ['https://gp-supplier.co.uk:65979/', 'NOT_AN_ADDRESS'],
    ['https://gp-supplier.co.uk:443:22/', 'NOT_AN_ADDRESS'],
    ['https://gp-supplier.co.uk:４４３/', 'NOT_AN_ADDRESS'],
  ],
  userinfo: [
    ['https://user:word@gp-supplier.co.uk/', 'USERINFO'],
    ['https://user@gp-supplier.co.uk/', 'USERINFO'],
    ['https://@gp-supplier.co.uk/', 'USERINFO'],
    ['https://:@gp-supplier.co.uk/', 'USERINFO'],
    ['https://gp-supplier.co.uk:443@127.0.0.1/', 'USERINFO'],
    ['https://gp-supplier.co.uk@127.0.0.1:§/', 'USERINFO'],
    ['https://gp-supplier.co.uk%2f@127.0.0.1:§/', 'USERINFO'],
    ['https://a@b@127.0.0.1:§/', 'USERINFO'],
    ['https://127.0.0.1:§\\@gp-supplier.co.uk/', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk\\@127.0.0.1:§', 'FORBIDDEN_CHARACTER'],
    ['https:\\\\127.0.0.1:§\\', 'FORBIDDEN_CHARACTER'],
  ],
  fragment: [
    ['https://gp-supplier.co.uk/fhir#x', 'FRAGMENT'],
    ['https://gp-supplier.co.uk/fhir#', 'FRAGMENT'],
    ['https://gp-supplier.co.uk#@127.0.0.1:§/', 'FRAGMENT'],
    ['https://127.0.0.1:§#.gp-supplier.co.uk/', 'FRAGMENT'],
  ],
  'numeric spellings': [
    ['https://127.0.0.1/', 'IP_LITERAL'],
    ['https://127.0.0.1./', 'IP_LITERAL'],
    ['https://127.1/', 'IP_LITERAL'],
    ['https://127.0.1/', 'IP_LITERAL'],
    ['https://0x7f000001/', 'IP_LITERAL'],
    ['https://0x7f.1/', 'IP_LITERAL'],
    ['https://0X7F.0.0.1/', 'IP_LITERAL'],
    ['https://2130706433/', 'IP_LITERAL'],
    ['https://017700000001/', 'IP_LITERAL'],
    ['https://0177.0.0.1/', 'IP_LITERAL'],
    ['https://0300.0250.0.1/', 'IP_LITERAL'],
    ['https://0/', 'IP_LITERAL'],
    ['https://0x/', 'IP_LITERAL'],
    ['https://0.0.0.0/', 'IP_LITERAL'],
    ['https://1.1.1.1/', 'IP_LITERAL'],
    ['https://1.1.1.1./', 'IP_LITERAL'],
    ['https://8.8.8.8:443/', 'IP_LITERAL'],
    ['https://10.0.0.1/', 'IP_LITERAL'],
    ['https://169.254.169.254/latest/meta-data/', 'IP_LITERAL'],
    ['https://2852039166/', 'IP_LITERAL'],
    ['https://256.256.256.256/', 'NOT_AN_ADDRESS'],
    ['https://4294967296/', 'NOT_AN_ADDRESS'],
    ['https://1.2.3.4.5/', 'NOT_AN_ADDRESS'],
    ['https://gp-supplier.0x7f/', 'NOT_AN_ADDRESS'],
    ['https://[::1]/', 'IP_LITERAL'],
    ['https://[::]/', 'IP_LITERAL'],
    ['https://[0:0:0:0:0:0:0:1]/', 'IP_LITERAL'],
    ['https://[::ffff:7f00:1]/', 'IP_LITERAL'],
    ['https://[::ffff:127.0.0.1]/', 'IP_LITERAL'],
    ['https://[::127.0.0.1]/', 'IP_LITERAL'],
    ['https://[64:ff9b::7f00:1]/', 'IP_LITERAL'],
    ['https://[2606:4700:4700::1111]/', 'IP_LITERAL'],
    ['https://[fe80::1%25eth0]/', 'NOT_AN_ADDRESS'],
    ['https://[fe80::1%eth0]/', 'NOT_AN_ADDRESS'],
    ['https://[v1.fe80::a]/', 'NOT_AN_ADDRESS'],
    ['https://[::1/', 'NOT_AN_ADDRESS'],
    ['https://::1/', 'NOT_AN_ADDRESS'],
  ],
  'Unicode and escaped spellings': [
    ['https://①②⑦.⓪.⓪.①/', 'IP_LITERAL'],
    ['https://１２７.0.0.1/', 'IP_LITERAL'],
    ['https://𝟏𝟐𝟕.𝟎.𝟎.𝟏/', 'IP_LITERAL'],
    ['https://127。0。0。1/', 'IP_LITERAL'],
    ['https://127．0．0．1/', 'IP_LITERAL'],
    ['https://%31%32%37.0.0.1/', 'IP_LITERAL'],
    ['https://0x7f%2e1/', 'IP_LITERAL'],
    ['https://ⓛocalhost/', 'INTERNAL_NAME'],
    ['https://ｌｏｃａｌｈｏｓｔ/', 'INTERNAL_NAME'],
    ['https://loc\u00adalhost/', 'FORBIDDEN_CHARACTER'],
    ['https://local\u200bhost/', 'FORBIDDEN_CHARACTER'],
    ['https://local\u2060host/', 'FORBIDDEN_CHARACTER'],
    ['https://\u202egp-supplier.co.uk/', 'FORBIDDEN_CHARACTER'],
    ['https://localhost%2e/', 'INTERNAL_NAME'],
    ['https://ｇp-supplier.co.uk/', 'HOST_DISGUISED'],
    ['https://gp-supplier。co。uk/', 'HOST_DISGUISED'],
    ['https://gp-supplier.co.ⓤk/', 'HOST_DISGUISED'],
    ['https://%67p-supplier.co.uk/', 'HOST_DISGUISED'],
    ['https://gp-supplier.co.uk%2e/', 'HOST_DISGUISED'],
    ['https://gp-ſupplier.co.uk/', 'HOST_DISGUISED'],
    ['https://gp-supplier.co.uk%00.evil.com/', 'NOT_AN_ADDRESS'],
    ['https://127.0.0.1%00.gp-supplier.co.uk/', 'NOT_AN_ADDRESS'],
    ['https://gp-supplier.co.uk%2f.evil.com/', 'NOT_AN_ADDRESS'],
    ['https://gp-supplier℀evil.com/', 'NOT_AN_ADDRESS'],
    ['https://gp-supplier.co.uk／@127.0.0.1:§/', 'USERINFO'],
    ['https://xn--a.com/', 'NOT_AN_ADDRESS'],
  ],
  'control characters and blanks': [
    ['https://127.0.0.1:§/\r\nHost: x', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/fhir\n', 'FORBIDDEN_CHARACTER'],
    [' https://gp-supplier.co.uk/', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/ ', 'FORBIDDEN_CHARACTER'],
    ['ht\ttps://gp-supplier.co.uk/', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/\u0000', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/\u007f', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/\u0085', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/\u00a0', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/\u2028', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/\ufeff', 'FORBIDDEN_CHARACTER'],
    ['https://gp-supplier.co.uk/\ud800', 'FORBIDDEN_CHARACTER'],
  ],
  'internal names and the last dot': [
    ...[
      'localhost',
      'localhost.',
      'LOCALHOST',
      'foo.localhost',
      'foo.localhost.',
      'intranet',
      'metadata',
      'db',
      'kubernetes',
    ],
    ...[
      'printer.local',
      'printer.LOCAL.',
      'metadata.google.internal',
      'instance-data.ec2.internal',
      'host.docker.internal',
    ],
    ...[
      'router.home.arpa',
      '1.0.0.127.in-addr.arpa',
      'sandbox.test',
      'a.example',
      'a.invalid',
      'a.onion',
      'nas.lan',
      'ad.corp',
    ],
    ...[
      'portal.intranet',
      'x.localdomain',
      'api.default.svc',
      'api.default.svc.cluster.local',
      'x.home',
      'x.mail',
      'x.alt',
    ],
    ...['node.consul', 'x.private', 'x.intra'],
  ].map((host): [string, Refusal] => [`https://${host}/`, 'INTERNAL_NAME']),
  'names that are none': [
    ['https://gp-supplier.co.uk../', 'HOST_NAME'],
    ['https://127.0.0.1../', 'IP_LITERAL'],
    ['https://localhost../', 'HOST_NAME'],
    ['https://gp-supplier..co.uk/', 'HOST_NAME'],
    ['https://.gp-supplier.co.uk/', 'HOST_NAME'],
    ['https://./', 'HOST_NAME'],
    ['https://-gp.co.uk/', 'HOST_NAME'],
    ['https://gp-.co.uk/', 'HOST_NAME'],
    ['https://gp_supplier.co.uk/', 'HOST_NAME'],
    ['https://gp$supplier.co.uk/', 'HOST_NAME'],
    ['https://*.gp-supplier.co.uk/', 'HOST_NAME'],
    [`https://${'a'.repeat(64)}.co.uk/`, 'HOST_NAME'],
    [`https://${'a.'.repeat(130)}uk/`, 'HOST_NAME'],
    [`https://gp-supplier.co.uk/${'a'.repeat(2_048)}`, 'TOO_LONG'],
  ],
}

for (const [family, cases] of Object.entries(refused))
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
