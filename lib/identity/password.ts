import 'server-only'
import { randomBytes } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'

/** argon2id at OWASP's setting of 2024: 19 MiB, 2 passes, 1 lane (about 25 ms here). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password)

let decoy: Promise<string> | undefined

/** The hash of the person, or one that no password fits: an unknown address is verified against it as a known one is. */
export function hashOrDecoy(stored: string | null | undefined): Promise<string> {
  decoy ??= hashPassword(randomBytes(32).toString('hex'))
  return stored ? decoy.then(() => stored) : decoy
}
