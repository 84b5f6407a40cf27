import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findNewestSuiteOf } from '../check-waivers/check-waiver-store'
import type { DecisionKind, DecisionTerms } from './decision-kinds'
import { mayProposeDecision } from './decision-policy'
import { againstDecision, rowOf } from './decision-rules'
import type { ProposeDecision } from './decision-schema'
import { addProposal, type Proposal } from './decision-store'
import { readContested, termsOfContested } from './read-contested'
import { readMatter, type WholeMatter } from './read-matter'

const proposedEvents: Record<DecisionKind, string> = {
  LIST: 'ListingProposed',
  REFUSE: 'RefusalProposed',
  SUSPEND: 'SuspensionProposed',
  LIFT: 'LiftingProposed',
  CONTINUITY: 'ContinuityProposed',
  REMOVE: 'RemovalProposed',
  CENSURE: 'CensureProposed',
  WAIVE: 'WaiverProposed',
  CORRECT: 'CorrectionProposed',
  UPHOLD_APPEAL: 'AppealUpholdingProposed',
  DISMISS_APPEAL: 'AppealDismissalProposed',
  UPHOLD_DISPUTE: 'DisputeUpholdingProposed',
  ACCEPT_PLAN: 'PlanAcceptanceProposed',
  EXTEND: 'PlanExtensionProposed',
  WAIVE_CHECK: 'CheckWaiverProposed',
}

/**
 * The first of two signatures (DE-01, DE-02): writes a proposal and changes nothing else. How many practices use the module,
 * as a part of all of them, is known to the rooms above and comes as an argument.
 */
export function proposeDecision(
  ctx: Context,
  kind: DecisionKind,
  input: ProposeDecision,
  practiceShare = 0,
): Promise<Result<Proposal>> {
  return transaction(async (tx) => {
    const contested = await readContested(tx, kind, input)
    const matter = await readMatter(tx, input.moduleVersionId, contested)
    if (!matter) return refuse({ kind: 'not-found' })
    const decision = mayProposeDecision(ctx.actor, matter)
    if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
    const today = dayOf(ctx.now)
    const terms = kind === 'WAIVE_CHECK' ? await termsOfCheck(tx, input) : termsOf(kind, input, matter, today)
    const because = againstDecision(kind, { ...matter, terms, today, practiceShare })
    if (because) return refuse({ kind: 'conflict', because })
    const proposal: Proposal = {
      id: newId(),
      moduleVersionId: input.moduleVersionId,
      kind,
      reason: input.reason,
      basis: input.basis || null,
      terms,
      state: 'proposed',
      proposedById: ctx.actor.userId,
      proposedAt: ctx.now,
      version: 1,
    }
    if (!(await addProposal(tx, proposal)))
      return refuse({ kind: 'conflict', because: 'This is proposed already: a second officer can second it' })
    await record(tx, ctx, {
      name: proposedEvents[kind],
      about: { type: 'ModuleVersion', id: input.moduleVersionId },
      to: 'proposed',
      data: { proposalId: proposal.id },
    })
    return ok(proposal)
  })
}

/** The check as it was last tried on this module: a newer version of the suite is another test. */
async function termsOfCheck(
  tx: Tx,
  { moduleVersionId, check = '', until = '' }: ProposeDecision,
): Promise<DecisionTerms> {
  const suiteVersion = await findNewestSuiteOf(tx, moduleVersionId, check)
  return { check, until, ...(suiteVersion && { suiteVersion }) }
}

/** What this kind needs beside the reason; the requirement is found in the version that counts for the module. */
function termsOf(kind: DecisionKind, input: ProposeDecision, matter: WholeMatter, today: string): DecisionTerms {
  if (matter.contested) return termsOfContested(kind, matter.contested)
  if (kind === 'CORRECT') return input.correctsId ? { correctsId: input.correctsId } : {}
  if (kind === 'ACCEPT_PLAN') return input.planId ? { planId: input.planId } : {}
  if (kind === 'EXTEND') return { ...(input.planId && { planId: input.planId }), until: input.until ?? '' }
  if (kind !== 'WAIVE') return {}
  const { requirement: requirementId = '', until = '' } = input
  const row = rowOf(matter.facts, { requirementId }, today)
  return { requirementId, until, ...(row && { standardVersionId: row.standardVersionId }) }
}
