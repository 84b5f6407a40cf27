import 'server-only'
import type { Context } from '@/lib/platform/context'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { ModuleUsage } from '../refresh/usage'
import { againstStandardDecision, previewSeconds, readStandardMatter } from './read-standard-matter'
import type { NewDays, StandardDecisionKind, StandardTerms } from './standard-decision-kinds'
import type { ProposeAboutStandard } from './standard-draft-schema'
import { mayProposeAboutStandard, maySeeDrafts } from './standard-policy'
import { addStandardProposal, type StandardProposal } from './standard-proposal-store'

const proposedEvents: Record<StandardDecisionKind, string> = {
  PUBLISH: 'PublicationProposed',
  RESCHEDULE: 'ReschedulingProposed',
  WITHDRAW: 'WithdrawalProposed',
}

/**
 * The first of two signatures about a standard version: writes a proposal and changes nothing else. Who uses which module is
 * known to the rooms above and comes as an argument (AS-09).
 */
export function proposeStandardDecision(
  ctx: Context,
  input: ProposeAboutStandard,
  usage: ModuleUsage,
): Promise<Result<StandardProposal>> {
  return transaction(
    async (tx) => {
      const { standardVersionId, kind, reason } = input
      const matter = await readStandardMatter(tx, standardVersionId)
      if (!matter || !maySeeDrafts(ctx.actor)) return refuse({ kind: 'not-found' })
      const decision = mayProposeAboutStandard(ctx.actor, matter)
      if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
      const terms = termsOf(kind, input)
      const against = await againstStandardDecision(tx, ctx, { kind, matter, terms, usage })
      if (against) return refuse(against)
      const proposal: StandardProposal = {
        id: newId(),
        standardVersionId,
        kind,
        reason,
        terms,
        contentSha256: kind === 'PUBLISH' ? matter.draft!.contentSha256 : null,
        state: 'proposed',
        proposedById: ctx.actor.userId,
        proposedAt: ctx.now,
        version: 1,
      }
      if (!(await addStandardProposal(tx, proposal)))
        return refuse({ kind: 'conflict', because: 'This is proposed already: a second officer can second it' })
      await record(tx, ctx, {
        name: proposedEvents[kind],
        about: { type: 'StandardVersion', id: standardVersionId },
        to: 'proposed',
        data: { proposalId: proposal.id },
      })
      return ok(proposal)
    },
    3,
    previewSeconds,
  )
}

function termsOf(kind: StandardDecisionKind, input: ProposeAboutStandard): StandardTerms {
  if (kind === 'PUBLISH') return input.lapseReason ? { lapseReason: input.lapseReason } : {}
  if (kind === 'WITHDRAW') return {}
  const names = ['publishedOn', 'effectiveOn', 'transitionEndsOn', 'deprecatedOn', 'retiredOn'] as const
  const days: NewDays = Object.fromEntries(names.flatMap((name) => (input[name] ? [[name, input[name]]] : [])))
  return { days }
}
