import 'server-only'
import { getVersionById } from '@/lib/catalogue/list-listed-versions'
import type { Actor } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { downloadName } from './evidence-file-rules'
import { mayReadEvidence } from './evidence-policy'
import { findEvidenceFile } from './evidence-store'

export type EvidenceFile = { name: string; contentType: string; bytes: Uint8Array; isPublic: boolean }

/** The document itself, for those who may read it; undefined to all others, as if it were not there (RG-03). */
export async function getEvidenceFile(actor: Actor, id: string): Promise<EvidenceFile | undefined> {
  const found = isId(id) ? await findEvidenceFile(db, id) : undefined
  const version = found && (await getVersionById(db, found.moduleVersionId))
  if (!version || !mayReadEvidence(actor, { ...found, supplierId: version.supplierId })) return undefined
  const { title, contentType, bytes, visibility } = found
  return { name: downloadName(title, contentType), contentType, bytes, isPublic: visibility === 'PUBLIC' }
}
