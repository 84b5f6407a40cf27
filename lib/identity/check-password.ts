import 'server-only'
import { db } from '@/lib/platform/db'
import { clearFailures, countFailure, findPersonByEmail } from './identity-store'
import { hashOrDecoy, verifyPassword } from './password'

/** Five wrong passwords lock an account for a quarter of an hour. */
const lockMs = 15 * 60_000
/** argon2 reads all of what it is given: nobody types more than this, and nobody may make us hash a megabyte. */
const longest = 1_000

/**
 * The person whose address and password these are, or undefined. Every answer costs one verification of a hash with the same
 * parameters, so neither answer nor time tells whether the address is known, the password was wrong, or the account is locked.
 */
export async function checkPassword(email: string, password: string, now: Date): Promise<{ id: string } | undefined> {
  const found = await findPersonByEmail(db, email)
  const person = found?.passwordHash && !found.endedAt ? found : undefined
  const right = await verifyPassword(await hashOrDecoy(person?.passwordHash), password.slice(0, longest))
  if (!person) return undefined
  if (!right || password.length > longest) {
    await countFailure(db, person.id, now, lockMs)
    return undefined
  }
  return (await clearFailures(db, person.id, now)) ? { id: person.id } : undefined
}
