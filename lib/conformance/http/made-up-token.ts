import { randomBytes } from 'node:crypto'

const usual = 'usual-length-of-a-bearer-token-32'.length

/**
 * A token that opens nothing, of the shape of the real one: its length, its dots, and hexadecimal where that is hexadecimal. Made of
 * chance alone: no character of it comes from the secret.
 */
export function madeUpToken(real: string | null): string {
  const parts = (real || 'x'.repeat(usual)).split('.')
  const hexadecimal = parts.every((part) => /^[0-9a-f]*$/.test(part))
  for (;;) {
    const made = parts.map(({ length }) => chance(length, hexadecimal ? 'hex' : 'base64url')).join('.')
    if (made !== real) return made
  }
}

function chance(length: number, encoding: 'hex' | 'base64url'): string {
  return randomBytes(length).toString(encoding).slice(0, length)
}
