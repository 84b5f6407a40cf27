import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { importFile } from '@/lib/platform/imports/import-file'
import { importerOf } from '@/lib/worker/imports/importers'
import { shippedFiles } from './reference/shipped-files'

/**
 * Loads the shipped reference facts by the importers' own door; a second time it changes nothing. A kind of which a file has
 * been imported already is left alone: the public file says more. Throws where one is rejected.
 */
export async function seedReference(ctx: Context): Promise<void> {
  for (const { kind, name, bytes } of shippedFiles()) {
    if ((await db.importRun.count({ where: { kind, state: 'applied' } })) > 0) continue
    const result = await importFile(ctx, importerOf(kind)!, { name, bytes })
    if (!result.ok || result.value.state === 'rejected') throw new Error(`the shipped ${kind} were refused`)
  }
}
