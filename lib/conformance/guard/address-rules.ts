import { isIP } from 'node:net'
import ipaddr from 'ipaddr.js'

/**
 * Public by their range, yet not the internet's: IANA's registries of special-purpose addresses (RFC 6890 and after), and what clouds
 * answer on. Some lines repeat what `ipaddr.js` knows: the guard must not weaken when its tables change.
 */
const denied = [
  // IETF protocol assignments (with Oracle's metadata), documentation, AS112, AMT, 6to4 relays, benchmarking, reserved
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.31.196.0/24',
  '192.52.193.0/24',
  '192.88.99.0/24',
  '192.175.48.0/24',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '240.0.0.0/4',
  // Shared address space, with Alibaba's metadata; link-local, with everybody else's
  '100.64.0.0/10',
  '169.254.0.0/16',
  // Azure's host agent, which no range gives away
  '168.63.129.16/32',
  // IETF protocol assignments with Teredo, benchmarking, AMT, AS112, ORCHID (1 and 2) and DRIP
  '2001::/23',
  '2001:10::/28',
  '2001:20::/28',
  // documentation, 6to4, the 6bone that was, AS112
  '2001:db8::/32',
  '3fff::/20',
  '2002::/16',
  '3ffe::/16',
  '2620:4f:8000::/48',
].map((range) => ipaddr.parseCIDR(range))

const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * SG-03: may a socket be opened to this address, as a resolver gave it? IPv4 must be plain unicast; IPv6 must lie in 2000::/3 and
 * hold no IPv4 address, because a gateway on the way would go on to that one. What cannot be read is refused.
 *
 * Not seen: a NAT64 with a prefix of the network's own looks like any other address; only the network's own rules can stop it (SG-07).
 */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || address.includes('%')) return false
  const ip = ipaddr.parse(address)
  if (ip.range() !== 'unicast') return false
  if (denied.some(([range, bits]) => range.kind() === ip.kind() && ip.match(range, bits))) return false
  return ip.kind() === 'ipv4' || (ip.match(globalUnicast) && !isIsatap((ip as ipaddr.IPv6).parts))
}

/** RFC 5214: the interface is called `0:5efe` or `200:5efe`, and then comes an IPv4 address. */
function isIsatap(parts: number[]): boolean {
  return parts[5] === 0x5efe && (parts[4]! & ~0x0200) === 0
}
