import 'server-only'
import { hash, verify } from '@node-rs/argon2'

/** argon2id at OWASP's setting of 2024: 19 MiB, 2 passes, 1 lane (about 25 ms here). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

export const verifyPassword = (stored: string, password: string): Promise<boolean> => verify(stored, password)

let decoy: Promise<string> | undefined

/** Takes as long as a real check and says no: so that an unknown address answers as slowly as a known one. */
export async function pretendToVerify(password: string): Promise<false> {
  decoy ??= hashPassword('nobody signs in with this')
  await verifyPassword(await decoy, password)
  return false
}
