import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db, type Tx } from '@/lib/platform/db'
import type { StandardDraft } from '../standards/standard-draft'
import { versionOfDraft } from '../standards/standard-draft-rules'
import { findStandardDraft } from '../standards/standard-draft-store'
import { maySeeDrafts } from '../standards/standard-policy'
import { loadRefreshModules } from './load-refresh-modules'
import { effectsOf, type RefreshPreview, summaryOf } from './preview-rules'
import { findLook } from './preview-store'
import type { ModuleUsage } from './usage'

export type RefreshPreviewView = { draft: StandardDraft; preview: RefreshPreview; lookedAt: Date | undefined }

/** What publishing a draft would do (RF-02); undefined to all but authors and officers. Writes nothing. */
export async function getRefreshPreview(
  ctx: Context,
  id: string,
  usage: ModuleUsage,
): Promise<RefreshPreviewView | undefined> {
  const draft = maySeeDrafts(ctx.actor) ? await findStandardDraft(db, id) : undefined
  if (!draft) return undefined
  return {
    draft,
    preview: await previewOf(db, draft, usage),
    lookedAt: await findLook(db, draft.id, draft.contentSha256),
  }
}

/** The same inside a command. */
export async function previewOf(tx: Tx, draft: StandardDraft, usage: ModuleUsage): Promise<RefreshPreview> {
  const version = versionOfDraft(draft)
  const shown: ReturnType<typeof effectsOf> = []
  for await (const some of loadRefreshModules(tx)) shown.push(...effectsOf(some, version))
  return summaryOf(shown, version, usage)
}
