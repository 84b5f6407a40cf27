import { generateKeyPairSync } from 'node:crypto'

/** A fresh Ed25519 pair in PEM, as `init` makes it. */
export function newSigningKeys(): { publicKeyPem: string; signingKeyPem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKeyPem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    signingKeyPem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  }
}
