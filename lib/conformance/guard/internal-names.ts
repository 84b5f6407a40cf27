/**
 * Endings that no public name has: reserved by RFC 2606, 6761, 6762, 7686, 8375 and 9476, set aside by ICANN, or commonly used inside
 * a network. A name under one of them means something only to the machine that asks.
 */
const internalEndings = [
  'alt',
  'arpa',
  'belkin',
  'cluster',
  'consul',
  'corp',
  'docker',
  'domain',
  'example',
  'home',
  'i2p',
  'internal',
  'intra',
  'intranet',
  'invalid',
  'kube',
  'lan',
  'local',
  'localdomain',
  'localhost',
  'localnet',
  'mail',
  'nomad',
  'onion',
  'pod',
  'priv',
  'private',
  'svc',
  'test',
  'workgroup',
]

/** A single label, or a name under an ending that is only known inside a network. The name is in lower case, without a last dot. */
export function isInternalName(name: string): boolean {
  const labels = name.split('.')
  return labels.length < 2 || internalEndings.includes(labels.at(-1)!)
}
