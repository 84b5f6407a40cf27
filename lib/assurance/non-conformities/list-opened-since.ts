import 'server-only'
import { listVersionsById } from '@/lib/catalogue/list-listed-versions'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { findDeterminedBetween } from './non-conformity-store'

export type OpenedLine = { moduleVersionId: string; words: string }

/** Non-conformities determined from one day to another and still open, a line each: for letters of the portal itself. */
export async function listOpenedSince(tx: Tx, from: Day, to: Day): Promise<OpenedLine[]> {
  const found = await findDeterminedBetween(tx, from, to)
  const versions = await listVersionsById(tx, [...new Set(found.map((nc) => nc.moduleVersionId))])
  return found.flatMap((nc) => {
    const version = versions.find((v) => v.id === nc.moduleVersionId)
    const name = version && `${version.name ?? 'A module'} ${version.version}`
    return name ? [{ moduleVersionId: nc.moduleVersionId, words: `${name}: ${nc.requirementId}. ${nc.summary}` }] : []
  })
}
