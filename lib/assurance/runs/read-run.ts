import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import { findRun } from './run-store'

/** A run with the name of its module: for letters of the portal itself, so no actor is asked. */
export async function readRun(tx: Tx, id: string) {
  const run = await findRun(tx, id)
  const version = run && (await getVersionById(tx, run.moduleVersionId))
  return run && { ...run, moduleName: version ? `${version.name ?? 'A module'} ${version.version}` : 'a module' }
}
