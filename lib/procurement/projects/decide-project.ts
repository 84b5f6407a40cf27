import 'server-only'
import { getGate } from '@/lib/assurance/get-gate'
import { askSale } from '@/lib/catalogue/ask-sale'
import { canonicalJson, sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { packOf } from './decision-pack'
import { getProject } from './get-project'
import { projectMachine } from './project-machine'
import { mayRunProject } from './project-policy'
import { withoutReason } from './project-rules'
import type { DecideProjectInput } from './project-schema'
import { insertDecision, moveProject } from './project-store'

/**
 * Chooses one frozen module, with a reason, and says of every other why not (A8). The gate is asked now, in this transaction
 * (A4): a module that may not be bought cannot be awarded. The pack with its hash is the evidence (D4).
 */
export function decideProject(
  ctx: Context,
  input: DecideProjectInput,
): Promise<Result<{ id: string; packSha256: string }>> {
  return transaction(async (tx) => {
    const project = await getProject(ctx.actor, input.id, tx)
    if (!project) return refuse({ kind: 'not-found' })
    const decision = mayRunProject(ctx.actor, project)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const move = next(projectMachine, project.state, 'decide')
    if (!move || project.state !== 'frozen')
      return refuse({ kind: 'wrong-state', state: project.state, command: 'decide' })
    const winner = project.entries.find((entry) => entry.id === input.winnerId)
    if (!winner) return invalidField('winnerId', 'Choose a module from the frozen shortlist')
    const [missing] = withoutReason(project.entries, winner.id, input.exclusions)
    if (missing) return invalidField(`exclusion-${missing.id}`, `Say why ${missing.moduleName} was not chosen`)
    const sale = await askSale(tx, ctx, winner.moduleId)
    if (!sale.ok) return sale
    const gate = await getGate(tx, winner.moduleVersionId, winner.capabilityIds, dayOf(ctx.now))
    if (gate.gate === 'REFUSED' || gate.gate === 'HELD')
      return refuse({
        kind: 'conflict',
        because: `${winner.moduleName} may not be bought now (${gate.label}). ${gate.because.join('. ')}`,
      })
    const exclusions = Object.fromEntries(
      project.entries.filter((e) => e.id !== winner.id).map((e) => [e.id, input.exclusions[e.id]!]),
    )
    const pack = canonicalJson(packOf(project, { ...input, exclusions }, gate, ctx))
    const packSha256 = sha256Hex(pack)
    if (!(await moveProject(tx, project.id, input.version, { state: move.to }))) return refuse({ kind: 'stale' })
    await insertDecision(tx, {
      id: newId(),
      projectId: project.id,
      outcome: 'awarded',
      winnerId: winner.id,
      reasonCode: input.reasonCode,
      reason: input.reason,
      exclusions,
      pack,
      packSha256,
      decidedById: ctx.actor.userId,
      decidedAt: ctx.now,
    })
    await record(tx, ctx, {
      name: move.event,
      about: { type: 'Project', id: project.id },
      from: project.state,
      to: move.to,
      organisationId: project.organisationId,
      data: { outcome: 'awarded', winnerId: winner.id, packSha256, gateSha256: gate.inputsSha256 },
    })
    return ok({ id: project.id, packSha256 })
  })
}
