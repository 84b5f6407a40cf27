import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { ok, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { proposalMachine } from './decision-machine'
import { proposalDays } from './decision-rules'
import { findOldProposals, moveProposal } from './decision-store'

/** By time: what nobody seconded for 14 days lapses (§7). */
export async function lapseProposals(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - (proposalDays + 1) * 86_400_000)
  for (const proposal of await findOldProposals(db, before))
    await transaction(async (tx) => {
      const { to, event } = proposalMachine.proposed.lapse
      if (!(await moveProposal(tx, proposal, proposal.version, to))) return refuse({ kind: 'stale' })
      await record(tx, ctx, {
        name: event,
        about: { type: 'ModuleVersion', id: proposal.moduleVersionId },
        from: proposal.state,
        to,
        data: { proposalId: proposal.id },
      })
      return ok(undefined)
    })
}
