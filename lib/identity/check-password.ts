import 'server-only'
import { db } from '@/lib/platform/db'
import { clearFailures, countFailure, findPersonByEmail } from './identity-store'
import { pretendToVerify, verifyPassword } from './password'

/** Five wrong passwords lock an account for a quarter of an hour. */
const lockMs = 15 * 60_000

/**
 * The person whose address and password these are, or undefined. The answer and the time it takes do not tell whether the
 * address is known, whether the password was wrong, or whether the account is locked.
 */
export async function checkPassword(email: string, password: string, now: Date): Promise<{ id: string } | undefined> {
  const person = await findPersonByEmail(db, email)
  if (!person?.passwordHash || password.length > 1_000) {
    await pretendToVerify(password.slice(0, 1_000))
    return undefined
  }
  const right = await verifyPassword(person.passwordHash, password)
  if (person.lockedUntil && person.lockedUntil > now) return undefined
  if (!right) {
    await countFailure(db, person.id, now, lockMs)
    return undefined
  }
  if (person.failures > 0 || person.lockedUntil) await clearFailures(db, person.id)
  return { id: person.id }
}
