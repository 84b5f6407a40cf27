import 'server-only'
import type { Context } from '@/lib/platform/context'
import { addDays, type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { ProposalState } from '../decisions/decision-machine'
import { proposalDays } from '../decisions/decision-rules'
import type { ModuleUsage } from '../refresh/usage'
import {
  againstStandardDecision,
  previewSeconds,
  readStandardMatter,
  type StandardMatter,
} from './read-standard-matter'
import { standardDecisionTable } from './standard-decision-kinds'
import type { SecondAboutStandard } from './standard-draft-schema'
import { saveStandardDraft } from './standard-draft-store'
import { maySecondAboutStandard, maySeeDrafts } from './standard-policy'
import { type StandardProposalCommand, standardProposalMachine } from './standard-proposal-machine'
import {
  addDates,
  addStandardDecision,
  findStandardProposal,
  insertPublished,
  moveStandardProposal,
  type StandardProposal,
} from './standard-proposal-store'

type Made = { standardVersionId: string; kind: StandardProposal['kind'] }

/** The second signature: the version is published, moved or withdrawn in the same act. */
export function secondStandardDecision(
  ctx: Context,
  input: SecondAboutStandard,
  usage: ModuleUsage,
): Promise<Result<Made>> {
  return transaction(
    async (tx) => {
      const proposal = maySeeDrafts(ctx.actor) ? await findStandardProposal(tx, input.proposalId) : undefined
      const matter = proposal && (await readStandardMatter(tx, proposal.standardVersionId))
      if (!proposal || !matter) return refuse({ kind: 'not-found' })
      const { proposedById, proposedAt, kind, terms, standardVersionId } = proposal
      const decision = maySecondAboutStandard(ctx.actor, { ...matter, proposedById })
      if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
      const { command } = standardDecisionTable[kind]
      const move = next<ProposalState, StandardProposalCommand>(standardProposalMachine, proposal.state, command)
      if (!move) return refuse({ kind: 'wrong-state', state: proposal.state, command })
      const on = dayOf(ctx.now)
      if (on > addDays(dayOf(proposedAt), proposalDays))
        return refuse({ kind: 'conflict', because: 'Nobody seconded it for 14 days: propose it anew' })
      // STALE: the text is not the one that was proposed, or somebody was faster.
      if (kind === 'PUBLISH' && matter.draft?.contentSha256 !== proposal.contentSha256) return refuse({ kind: 'stale' })
      if (!(await moveStandardProposal(tx, proposal, input.version, move.to))) return refuse({ kind: 'stale' })
      const against = await againstStandardDecision(tx, ctx, { kind, matter, terms, usage })
      if (against) return refuse(against)
      if (!(await apply(tx, ctx, { proposal, matter, on }))) return refuse({ kind: 'stale' })
      const decisionId = newId()
      await addStandardDecision(tx, { id: decisionId, proposal, secondedById: ctx.actor.userId, on, at: ctx.now })
      await record(tx, ctx, {
        name: move.event,
        about: { type: 'StandardVersion', id: standardVersionId },
        from: proposal.state,
        to: move.to,
        data: { decisionId, proposalId: proposal.id, contentSha256: proposal.contentSha256 },
      })
      return ok({ standardVersionId, kind })
    },
    3,
    previewSeconds,
  )
}

type Decided = { proposal: StandardProposal; matter: StandardMatter; on: Day }

/** What the decision changes. False where the draft has moved meanwhile. */
async function apply(tx: Tx, ctx: Context, { proposal, matter, on }: Decided): Promise<boolean> {
  const { draft, published } = matter
  if (proposal.kind === 'PUBLISH') {
    if (!(await saveStandardDraft(tx, draft!, draft!.version, { state: 'published', changedAt: ctx.now }))) return false
    await insertPublished(tx, draft!, on)
    return true
  }
  const { days, id } = published!
  if (proposal.kind === 'RESCHEDULE') await addDates(tx, id, on, { ...days, ...proposal.terms.days, withdrawnOn: null })
  if (proposal.kind === 'WITHDRAW') await addDates(tx, id, on, { ...days, withdrawnOn: on })
  return true
}
