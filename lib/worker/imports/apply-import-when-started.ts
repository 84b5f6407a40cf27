import type { Context } from '@/lib/platform/context'
import { applyImport } from '@/lib/platform/imports/apply-import'
import type { StoredEvent } from '@/lib/platform/stored-event'
import { importerOf } from './importers'

/** A file that a curator started is applied here. Where another of its kind is running, the job is tried again later. */
export async function applyImportWhenStarted(ctx: Context, event: StoredEvent): Promise<void> {
  const result = await applyImport(ctx, importerOf, event.about.id)
  if (!result.ok && result.refusal.kind === 'conflict') throw new Error(result.refusal.because)
}
