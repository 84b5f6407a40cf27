import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Result } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { noAgreement } from './decide-project'
import { loadProject } from './load-project'
import type { CancelInput } from './project-schema'
import { recordDecision } from './record-decision'

/** Ends a project that is not decided, with its reason; it stays to be read (D6: cancelled is a state, nothing is hidden). */
export function cancelProject(ctx: Context, input: CancelInput): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const loaded = await loadProject(tx, ctx, input.id, 'cancel')
    if (!loaded.ok) return loaded
    return recordDecision(tx, ctx, {
      ...loaded.value,
      version: input.version,
      reasons: {},
      decision: {
        ...noAgreement,
        outcome: 'cancelled',
        winnerId: null,
        winnerIds: [],
        reasonCode: 'cancelled',
        reason: input.reason,
        exclusions: {},
        mechanism: null,
      },
      evidence: { checks: null, competition: null },
    })
  })
}
