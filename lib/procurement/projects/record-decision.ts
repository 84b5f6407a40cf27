import 'server-only'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { Edge } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { type PackEvidence, packOf } from './decision-pack'
import { insertDecision } from './decision-store'
import type { EntryReason, Project, ProjectDecision, ProjectState } from './project'
import { insertExclusions, moveProject } from './project-store'

export type NewDecision = Omit<ProjectDecision, 'packSha256' | 'decidedById' | 'decidedAt'>
type Made = {
  project: Project
  move: Edge<ProjectState>
  version: number
  decision: NewDecision
  /** Reasons that are new with this decision; those of who competes were kept before. */
  reasons: Record<string, EntryReason>
  evidence: PackEvidence
}

/** Moves the project, then keeps the decision with its pack, the reasons and the event: all or nothing (A2, D4). */
export async function recordDecision(
  tx: Tx,
  ctx: Context,
  { project, move, version, decision, reasons, evidence }: Made,
): Promise<Result<{ id: string; packSha256: string }>> {
  if (!(await moveProject(tx, project.id, version, { state: move.to }))) return refuse({ kind: 'stale' })
  const by = { decidedById: ctx.actor.userId, decidedAt: ctx.now }
  const exclusions = { ...project.exclusions, ...reasons }
  const pack = canonicalJson(packOf({ ...project, exclusions }, { ...decision, ...by }, evidence))
  const packSha256 = sha256Hex(pack)
  await insertExclusions(tx, project.id, reasons, { excludedById: ctx.actor.userId, excludedAt: ctx.now })
  await insertDecision(tx, { ...decision, ...by, id: newId(), projectId: project.id, pack, packSha256 })
  await record(tx, ctx, {
    name: move.event,
    about: { type: 'Project', id: project.id },
    from: project.state,
    to: move.to,
    organisationId: project.organisationId,
    data: {
      outcome: decision.outcome,
      winnerId: decision.winnerId,
      ...(decision.winnerIds.length > 1 ? { winnerIds: decision.winnerIds } : {}),
      reasonCode: decision.reasonCode,
      packSha256,
      gateSha256: evidence.checks?.[0]?.gate.inputsSha256 ?? null,
      reviewBy: decision.mechanism?.reviewBy ?? null,
    },
  })
  return ok({ id: project.id, packSha256 })
}
