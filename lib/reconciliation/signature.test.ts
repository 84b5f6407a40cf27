import { describe, expect, it } from 'vitest'
import { buildReport, buildSignedReport } from '@/lib/testing/build-report'
import { newSigningKeys } from '@/lib/testing/signing-keys'
import { addSignature, hasValidSignature, readPublicKey, readReport, reportText } from './signature'

const keys = newSigningKeys()
const publicKey = readPublicKey(keys.publicKeyPem)!
const situation = {
  kind: 'trial' as const,
  sourceManifestSha256: 'a'.repeat(64),
  targetManifestSha256: 'b'.repeat(64),
  startedAt: new Date('2026-03-02T09:00:00Z'),
}
const isAccepted = (bytes: Uint8Array) => {
  const read = readReport(bytes)
  return read.ok && hasValidSignature(read.report, publicKey)
}

describe('a signed report', () => {
  const bytes = Buffer.from(reportText(buildSignedReport(situation, keys.signingKeyPem)))

  it('is accepted as it was signed', () => {
    expect(isAccepted(bytes)).toBe(true)
  })

  it('is refused after any single byte is changed, at every position of the file', () => {
    const accepted: string[] = []
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at]! ^ (1 << (at % 7))) & 0xff
      if (isAccepted(changed)) accepted.push(`byte ${at}`)
    }
    expect(bytes.length).toBeGreaterThan(1_000)
    expect(accepted).toEqual([])
  })

  it('is refused when white space, a repeated key or a spare bit of base64 is changed', () => {
    const text = bytes.toString()
    const value = /"value":"([^"]+)"/.exec(text)![1]!
    // Base64 of 64 bytes leaves four spare bits in its last digit: the neighbour decodes to the same bytes.
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
    const twin = `${value.slice(0, 85)}${alphabet[alphabet.indexOf(value[85]!) + 1]}==`
    expect(Buffer.from(twin, 'base64')).toEqual(Buffer.from(value, 'base64'))
    for (const changed of [
      text.trim(),
      ` ${text}`,
      text.replace('{', '{ '),
      text.replace('"complete":false', '"complete":true,"complete":false'),
      text.replace(value, twin),
      JSON.stringify(JSON.parse(text), null, 2),
    ])
      expect(isAccepted(Buffer.from(changed))).toBe(false)
  })

  it('is refused with another key, and a private key is no public key', () => {
    const other = newSigningKeys()
    const read = readReport(bytes)
    expect(read.ok && hasValidSignature(read.report, readPublicKey(other.publicKeyPem)!)).toBe(false)
    expect(readPublicKey(keys.signingKeyPem)).toBeUndefined()
    expect(readPublicKey('nonsense')).toBeUndefined()
  })

  it('takes masked counts and refuses exact ones from 1 to 4 (PC-01)', () => {
    const lost = buildSignedReport({ ...situation, unexplained: { S1: 2 } }, keys.signingKeyPem)
    expect(lost.totals.unexplained.S1).toBe('1-4')
    expect(isAccepted(Buffer.from(reportText(lost)))).toBe(true)
    const report = buildReport(situation)
    const exact = { ...report, totals: { ...report.totals, unexplained: { S1: 2, S2: 0, S3: 0, S4: 0 } } }
    const read = readReport(Buffer.from(reportText(addSignature(exact, keys.signingKeyPem))))
    expect(read).toMatchObject({ ok: false, because: expect.stringContaining('totals.unexplained.S1') })
  })

  it('is refused with a field that nobody knows', () => {
    const report = { ...buildReport(situation), nhsNumber: '9434765919' }
    expect(readReport(Buffer.from(reportText(addSignature(report, keys.signingKeyPem)))).ok).toBe(false)
  })
})
