import type { Context } from '@/lib/platform/context'
import { checkImport } from '@/lib/platform/imports/check-import'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { importerOf } from './importers'

/** Long work is the worker's: a file that was uploaded is checked here. Twice does no harm. */
export async function checkImportWhenUploaded(ctx: Context, event: StoredEvent): Promise<void> {
  await checkImport(ctx, importerOf, event.about.id)
}
