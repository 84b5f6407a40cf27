import 'server-only'
import { getVersionById, listListedVersions } from '@/lib/catalogue/list-listed-versions'
import { type Actor, grantOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { maySecondDecision } from './decision-policy'
import { findAssessors, findOpenProposals, type ProposalKind } from './decision-store'

export type ProposalView = {
  id: string
  kind: ProposalKind
  reason: string
  version: number
  moduleName: string
  maySecond: Decision
}
export type DecisionDesk = { proposals: ProposalView[]; modules: { moduleVersionId: string; name: string }[] }

/** What waits for a second officer, and the modules about which something may be proposed; undefined to all but officers. */
export async function getDecisionDesk(actor: Actor): Promise<DecisionDesk | undefined> {
  if (!grantOf(actor, 'officer')) return undefined
  const proposals = await Promise.all(
    (await findOpenProposals(db)).map(async ({ id, kind, reason, version, proposedById, moduleVersionId }) => ({
      id,
      kind,
      reason,
      version,
      moduleName: (await getVersionById(db, moduleVersionId))?.name ?? 'A module no longer listed',
      maySecond: maySecondDecision(actor, { proposedById, assessorIds: await findAssessors(db, moduleVersionId) }),
    })),
  )
  const modules = (await listListedVersions(actor)).map((v) => ({
    moduleVersionId: v.id,
    name: `${v.name} ${v.version}`,
  }))
  return { proposals, modules }
}
