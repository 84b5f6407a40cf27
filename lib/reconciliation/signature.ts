import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson } from './canonical-json'
import type { SignedReport, UnsignedReport } from './report'
import { reportSchema } from './report-schema'

/** The public key in a PEM text, or undefined where it is no Ed25519 key. A private key is refused: it must not travel. */
export function readPublicKey(pem: string): KeyObject | undefined {
  if (pem.includes('PRIVATE')) return undefined
  try {
    const key = createPublicKey(pem)
    return key.asymmetricKeyType === 'ed25519' ? key : undefined
  } catch {
    return undefined
  }
}

/** Short name of a public key: first 16 hex digits of the SHA-256 of its DER form. */
export function keyIdOf(publicKey: KeyObject): string {
  const der = publicKey.export({ type: 'spki', format: 'der' })
  return createHash('sha256').update(der).digest('hex').slice(0, 16)
}

/** The report with an Ed25519 signature over its RFC 8785 text without `signature`. Checks nothing else: see `sign-report.ts`. */
export function addSignature(report: UnsignedReport, privateKeyPem: string): SignedReport {
  const key = createPrivateKey(privateKeyPem)
  const value = sign(null, Buffer.from(canonicalJson(report)), key).toString('base64')
  return { ...report, signature: { algorithm: 'Ed25519', keyId: keyIdOf(createPublicKey(key)), value } }
}

/** The exact text of a signed report's file: one line of RFC 8785 JSON. */
export const reportText = (report: SignedReport): string => `${canonicalJson(report)}\n`

export type ReadReport = { ok: true; report: SignedReport } | { ok: false; because: string }

/**
 * A signed report from its bytes. Only the exact form that signing writes is read: otherwise a repeated key, or a byte that
 * the canonical text does not see, could be changed without breaking the signature.
 */
export function readReport(bytes: Uint8Array): ReadReport {
  let value: unknown
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    value = JSON.parse(text)
  } catch {
    return { ok: false, because: 'The file is not JSON in UTF-8' }
  }
  const parsed = reportSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return {
      ok: false,
      because: `The report is not of the agreed form: ${issue?.path.join('.') || 'file'}: ${issue?.message}`,
    }
  }
  if (reportText(parsed.data) !== text)
    return {
      ok: false,
      because: 'The file is not in the exact form that signing writes: it was changed or reformatted',
    }
  return { ok: true, report: parsed.data }
}

/** Whether the signature of the report was made with the private half of this key, over exactly these contents. */
export function hasValidSignature(report: SignedReport, publicKey: KeyObject): boolean {
  const { signature, ...unsigned } = report
  const bytes = Buffer.from(signature.value, 'base64')
  // Base64 has spare bits: the same bytes can be written in several ways, and only one is ours.
  if (bytes.toString('base64') !== signature.value || signature.keyId !== keyIdOf(publicKey)) return false
  return verify(null, Buffer.from(canonicalJson(unsigned)), publicKey, bytes)
}
