import type { Context } from '@/lib/platform/context'
import type { Project } from './project'
import type { DecideProjectInput } from './project-schema'

type Gate = { gate: string; label: string; inputsSha256: string }

/**
 * The evidence of a decision (D4): the need, what was considered with its hash and price, why one was chosen and why the
 * others were not. Ids, never names of people. Money as strings of digits (canonical JSON sees to it).
 */
export function packOf(project: Project, decision: DecideProjectInput, gate: Gate, ctx: Context) {
  return {
    schema: 'decision-pack/1',
    project: { id: project.id, name: project.name, practiceId: project.organisationId },
    needs: {
      listSize: project.listSize,
      listSizeAsOf: project.listSizeAsOf,
      startsOn: project.startsOn,
      termMonths: project.termMonths,
    },
    frozenAt: project.frozenAt?.toISOString(),
    entries: project.entries,
    decision: {
      winnerId: decision.winnerId,
      reasonCode: decision.reasonCode,
      reason: decision.reason,
      exclusions: decision.exclusions,
      decidedById: ctx.actor.userId,
      decidedAt: ctx.now.toISOString(),
    },
    gateAtDecision: { gate: gate.gate, label: gate.label, inputsSha256: gate.inputsSha256 },
  }
}
