import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import type { StoredNonConformity } from './non-conformity'
import { findNonConformity } from './non-conformity-store'

export type NamedNonConformity = StoredNonConformity & { name: string; supplierId: string; registerPath: string }

/** A non-conformity with its module's name: for letters of the portal itself, so no actor is asked. */
export async function readNonConformity(tx: Tx, id: unknown): Promise<NamedNonConformity | undefined> {
  const nc = typeof id === 'string' && isId(id) ? await findNonConformity(tx, id) : undefined
  const version = nc && (await getVersionById(tx, nc.moduleVersionId))
  if (!version) return undefined
  return {
    ...nc,
    name: `${version.name ?? 'A module'} ${version.version}`,
    supplierId: version.supplierId,
    registerPath: `/register/${version.moduleId}/${version.version}`,
  }
}
