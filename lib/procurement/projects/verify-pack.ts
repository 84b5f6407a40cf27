import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { sha256Hex } from '@/lib/platform/canonical-json'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { getProject } from './get-project'

const mostBytes = 5_000_000

/** The hash of a file that somebody holds to be the pack of this project; the page says whether it is the one on record. */
export async function verifyPack(
  actor: Actor,
  id: string,
  file: Uint8Array | null,
): Promise<Result<{ id: string; sha256: string }>> {
  const project = await getProject(actor, id)
  if (!project?.decision) return refuse({ kind: 'not-found' })
  if (!file || file.length === 0) return invalidField('file', 'Choose a file')
  if (file.length > mostBytes) return invalidField('file', 'The file is larger than any pack: 5 MB at most')
  return ok({ id, sha256: sha256Hex(file) })
}
