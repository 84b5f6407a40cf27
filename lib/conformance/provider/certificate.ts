import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'

export type Made = { authority: string; certificate: string; key: string }
const dayMs = 86_400_000

/**
 * An authority of its own, and a certificate for a name that it signed (X.509 v3, P-256): for sandboxes, so that no key lies about.
 * @param days from `at` on; from the year 2020 to 2120 where left out
 */
export function authorityAndCertificate(name: string, at: Date, days?: number): Made {
  const [root, leaf] = [pair(), pair()]
  const always = { from: new Date(Date.UTC(2020, 0, 1)), to: new Date(Date.UTC(2120, 0, 1)) }
  const valid = days === undefined ? always : { ...always, to: new Date(at.getTime() + days * dayMs) }
  const issuer = distinguished('Authority of a sandbox')
  const authority = certificate(
    { issuer, subject: issuer, spki: root.spki, valid: always, extensions: [isAuthority] },
    root.key,
  )
  const named = { issuer, subject: distinguished(name), spki: leaf.spki, valid, extensions: [namesOf(name)] }
  return {
    authority: pem(authority),
    certificate: pem(certificate(named, root.key)),
    key: leaf.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}

function pair(): { key: KeyObject; spki: Buffer } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', {
    namedCurve: 'P-256',
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  })
  return { key: createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' }), spki: publicKey }
}

type Body = { issuer: Buffer; subject: Buffer; spki: Buffer; valid: { from: Date; to: Date }; extensions: Buffer[] }
function certificate({ issuer, subject, spki, valid, extensions }: Body, by: KeyObject): Buffer {
  const algorithm = sequence(oid([1, 2, 840, 10045, 4, 3, 2]))
  const serial = der(0x02, Buffer.concat([Buffer.from([0x01]), randomBytes(15)]))
  const version = der(0xa0, der(0x02, Buffer.from([2])))
  const validity = sequence(time(valid.from), time(valid.to))
  const more = der(0xa3, sequence(...extensions))
  const signed = sequence(version, serial, algorithm, issuer, validity, subject, spki, more)
  return sequence(signed, algorithm, der(0x03, Buffer.concat([Buffer.from([0]), sign('sha256', signed, by)])))
}

/** DER: a tag, the length, the content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.from([tag, ...size]), content])
}
const sequence = (...parts: Buffer[]): Buffer => der(0x30, Buffer.concat(parts))
function oid([first, second, ...rest]: number[]): Buffer {
  const bytes = rest.flatMap((part) => {
    const groups = [part & 127]
    for (let left = part >> 7; left > 0; left >>= 7) groups.unshift((left & 127) | 128)
    return groups
  })
  return der(0x06, Buffer.from([first! * 40 + second!, ...bytes]))
}
const distinguished = (name: string): Buffer =>
  sequence(der(0x31, sequence(oid([2, 5, 4, 3]), der(0x0c, Buffer.from(name)))))
/** GeneralizedTime, which holds every year. RFC 5280 wants the short form before 2050. */
function time(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, '').slice(0, 14)
  return at.getUTCFullYear() < 2050
    ? der(0x17, Buffer.from(`${digits.slice(2)}Z`))
    : der(0x18, Buffer.from(`${digits}Z`))
}
const extension = (id: number[], value: Buffer, critical = false): Buffer =>
  sequence(oid(id), ...(critical ? [der(0x01, Buffer.from([255]))] : []), der(0x04, value))
const isAuthority = extension([2, 5, 29, 19], sequence(der(0x01, Buffer.from([255]))), true)
const namesOf = (name: string): Buffer => extension([2, 5, 29, 17], sequence(der(0x82, Buffer.from(name))))

const pem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes
    .toString('base64')
    .replace(/(.{64})/g, '$1\n')
    .trimEnd()}\n-----END CERTIFICATE-----\n`
