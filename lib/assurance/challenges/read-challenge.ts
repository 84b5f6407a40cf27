import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import type { Challenge } from './challenge'
import { findChallenge } from './challenge-store'

/** A challenge with the name and the register's address of its module, for letters of the portal itself. */
export async function readChallenge(
  tx: Tx,
  id: string,
): Promise<(Challenge & { name: string; address: string }) | undefined> {
  const challenge = await findChallenge(tx, id)
  const version = challenge && (await getVersionById(tx, challenge.moduleVersionId))
  if (!challenge) return undefined
  const address = version ? `/register/${version.moduleId}/${version.version}` : '/register'
  return { ...challenge, name: version?.name ?? 'A module', address }
}
