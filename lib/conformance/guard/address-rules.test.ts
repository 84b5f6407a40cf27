import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { at, dial, useInternalListener } from '@/lib/testing/conformance/loopback'
import { isPublicAddress } from './address-rules'
import { pinnedLookup } from './pinned-lookup'

const inside = useInternalListener()

const refused: Record<string, string[]> = {
  'IPv4: this machine and this network': ['0.0.0.0', '0.1.2.3', '127.0.0.1', '127.0.0.53', '127.255.255.254'],
  'IPv4: private': ['10.0.0.0', '10.255.255.255', '172.16.0.1', '172.31.255.255', '192.168.0.1', '192.168.255.255'],
  'IPv4: link-local and metadata': ['169.254.0.1', '169.254.169.254', '169.254.170.2', '169.254.0.23', '168.63.129.16'],
  'IPv4: shared (CGNAT)': ['100.64.0.0', '100.100.100.200', '100.127.255.255'],
  'IPv4: multicast, reserved, broadcast': [
    '224.0.0.1',
    '239.255.255.250',
    '240.0.0.1',
    '255.255.255.254',
    '255.255.255.255',
  ],
  'IPv4: documentation, benchmarking, protocols': [
    ...['192.0.2.1', '198.51.100.7', '203.0.113.9', '198.18.0.1', '198.19.255.255', '192.0.0.1', '192.0.0.192'],
    ...['192.88.99.1', '192.31.196.1', '192.52.193.1', '192.175.48.1'],
  ],
  'IPv6: this machine, this link, this site': [
    '::',
    '::1',
    'fe80::1',
    'febf::1',
    'fec0::1',
    'fc00::1',
    'fd00::1',
    'fd00:ec2::254',
  ],
  'IPv6: multicast, discard, documentation, segments': [
    ...[
      'ff02::1',
      'ff0e::1',
      '100::1',
      '100:0:0:1::1',
      '2001:db8::1',
      '3fff::1',
      '3fff:fff::1',
      '5f00::1',
      '4000::1',
      '1fff::1',
    ],
  ],
  'IPv6: protocols': [
    '2001:2::1',
    '2001:3::1',
    '2001:4:112::1',
    '2001:10::1',
    '2001:20::1',
    '2001:30::1',
    '2001:1::1',
    '2620:4f:8000::1',
    '3ffe::1',
  ],
  'IPv6: an embedded IPv4 address': [
    ...[
      '::ffff:127.0.0.1',
      '::ffff:7f00:1',
      '::ffff:8.8.8.8',
      '::ffff:0:127.0.0.1',
      '::127.0.0.1',
      '::7f00:1',
      '::8.8.8.8',
    ],
    ...['2002:7f00:1::1', '2002:a00:1::', '2002:808:808::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001::1'],
    ...['64:ff9b::7f00:1', '64:ff9b::10.0.0.1', '64:ff9b:1::7f00:1', '64:ff9b:1:ffff::1'],
    ...['2a00:1450:4009::5efe:7f00:1', '2a00:1450:4009::200:5efe:10.0.0.1', 'fe80::5efe:7f00:1'],
  ],
  'what is no address': [
    '',
    'localhost',
    '127.1',
    '0x7f000001',
    '2130706433',
    '0177.0.0.1',
    '8.8.8.8.',
    ' 8.8.8.8',
    '[2606:4700::1]',
    '2606:4700::1%eth0',
    '8.8.8.8/32',
    '8.8.8',
  ],
}

for (const [family, addresses] of Object.entries(refused))
  describe(`SG-03: ${family}`, () => {
    it.each(addresses)('SG-03: %j is refused, and a name that leads there is not asked', async (address) => {
      expect(isPublicAddress(address)).toBe(false)
      expect(await dial(`https://gp-supplier.co.uk:${inside.port()}/`, at(address))).toBe('TARGET_NOT_ALLOWED')
    })
  })

describe('SG-03: must pass', () => {
  const publicOnes = [
    ...[
      '1.1.1.1',
      '8.8.8.8',
      '9.255.255.255',
      '11.0.0.0',
      '100.63.255.255',
      '100.128.0.0',
      '126.255.255.255',
      '128.0.0.1',
    ],
    ...[
      '155.231.9.1',
      '169.253.255.255',
      '169.255.0.0',
      '172.15.255.255',
      '172.32.0.0',
      '192.0.1.0',
      '192.167.255.255',
    ],
    ...['192.169.0.0', '198.17.255.255', '198.20.0.0', '223.255.255.255', '20.68.21.1'],
    ...['2606:4700:4700::1111', '2a00:1450:4009:81f::200e', '2001:4860:4860::8888', '2001:200::1', '2620:0:2d0:200::7'],
    ...['2a01:4b00::127:0:0:1', '2001:8b0::1', '2003::1'],
  ]
  it.each(publicOnes)('SG-03: %s is handed to the socket', async (address) => {
    expect(isPublicAddress(address)).toBe(true)
    const lookup = pinnedLookup(
      undefined,
      async () => at(address),
      () => {},
    )
    const one = await new Promise((done) => lookup('gp-supplier.co.uk', {}, (...answer) => done(answer)))
    expect(one).toEqual([null, address, address.includes(':') ? 6 : 4])
    const all = await new Promise((done) => lookup('gp-supplier.co.uk', { all: true }, (...answer) => done(answer)))
    expect(all).toEqual([null, at(address)])
  })
})

describe('SG-03: as a property', () => {
  it('SG-03: an IPv6 address that ends in an IPv4 one passes only within the unicast of the internet', () => {
    fc.assert(
      fc.property(fc.ipV6(), (address) => {
        const first = Number.parseInt(new URL(`http://[${address}]/`).hostname.slice(1).split(':')[0] || '0', 16)
        if (isPublicAddress(address)) expect(first >= 0x2000 && first <= 0x3fff).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  it('SG-03: whatever the spelling, what an IPv4 range refuses is refused when mapped, 6to4 or behind NAT64', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a, b, c, d] = address.split('.').map(Number) as [number, number, number, number]
        const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
        for (const text of [`::ffff:${address}`, `::${hex}`, `2002:${hex}::1`, `64:ff9b::${hex}`, `64:ff9b:1::${hex}`])
          expect(isPublicAddress(text), text).toBe(false)
      }),
      { numRuns: 1_000 },
    )
  })
})
