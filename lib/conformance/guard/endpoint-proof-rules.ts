/** CS-05: who can write here rules over the host. */
export const proofPath = '/.well-known/gpit-conformance.txt'
/** A proof is one line; a longer file is not read. */
export const proofFileBytes = 4_096

/** Where the DNS record of type TXT stands. */
export function proofRecordName(host: string): string {
  return `_gpit-challenge.${host.toLowerCase().replace(/\.$/, '')}`
}

/** A nonce that somebody could guess, or that a blank line would match, proves nothing. */
export function isNonce(nonce: string): boolean {
  return /^[A-Za-z0-9_-]{16,128}$/.test(nonce)
}

/** One TXT record, its chunks joined (RFC 7208 §3.3 reads them so), is the nonce and nothing but the nonce. */
export function recordsProve(records: readonly (readonly string[])[], nonce: string): boolean {
  return isNonce(nonce) && records.some((chunks) => chunks.join('').trim() === nonce)
}

/** One line of the file is the nonce and nothing but the nonce. */
export function fileProves(body: string, nonce: string): boolean {
  return isNonce(nonce) && body.split(/\r\n|\r|\n/).some((line) => line.trim() === nonce)
}
