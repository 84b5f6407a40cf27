import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Tx } from '@/lib/platform/db'
import type { Appeal } from './appeal'
import { findAppeal } from './appeal-store'

/** An appeal and the name of its module, for letters of the portal itself. */
export async function readAppeal(tx: Tx, id: string): Promise<(Appeal & { name: string }) | undefined> {
  const appeal = await findAppeal(tx, id)
  const version = appeal && (await getVersionById(tx, appeal.moduleVersionId))
  return appeal && { ...appeal, name: version?.name ?? 'A module' }
}
