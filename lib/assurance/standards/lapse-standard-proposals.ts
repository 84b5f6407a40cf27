import 'server-only'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import { record } from '@/lib/platform/record'
import { ok, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { proposalDays } from '../decisions/decision-rules'
import { standardProposalMachine } from './standard-proposal-machine'
import { findOpenStandardProposals, moveStandardProposal } from './standard-proposal-store'

/** By time: what nobody seconded for 14 days lapses (§7). */
export async function lapseStandardProposals(ctx: Context): Promise<void> {
  const before = new Date(ctx.now.getTime() - (proposalDays + 1) * 86_400_000)
  for (const proposal of await findOpenStandardProposals(db, before))
    await transaction(async (tx) => {
      const { to, event } = standardProposalMachine.proposed.lapse
      if (!(await moveStandardProposal(tx, proposal, proposal.version, to))) return refuse({ kind: 'stale' })
      await record(tx, ctx, {
        name: event,
        about: { type: 'StandardVersion', id: proposal.standardVersionId },
        from: proposal.state,
        to,
        data: { proposalId: proposal.id },
      })
      return ok(undefined)
    })
}
