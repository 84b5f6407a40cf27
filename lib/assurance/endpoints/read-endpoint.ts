import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import { findEndpoint } from './endpoint-store'

/** An endpoint with the name of its module: for letters of the portal itself, so no actor is asked. */
export async function readEndpoint(tx: Tx, id: string) {
  const endpoint = await findEndpoint(tx, id)
  const version = endpoint && (await getVersionById(tx, endpoint.moduleVersionId))
  return (
    endpoint && { ...endpoint, moduleName: version ? `${version.name ?? 'A module'} ${version.version}` : 'a module' }
  )
}
