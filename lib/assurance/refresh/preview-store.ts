import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'

/** When somebody last looked at what publishing exactly this text would do. */
export async function findLook(tx: Tx, standardVersionId: string, contentSha256: string): Promise<Date | undefined> {
  const row = await tx.refreshPreview.findFirst({
    where: { standardVersionId, contentSha256 },
    select: { lookedAt: true },
    orderBy: { lookedAt: 'desc' },
  })
  return row?.lookedAt
}

export async function addLook(
  tx: Tx,
  look: { standardVersionId: string; contentSha256: string; lookedById: string; lookedAt: Date },
): Promise<void> {
  await tx.refreshPreview.create({ data: { id: newId(), ...look }, select: { id: true } })
}
