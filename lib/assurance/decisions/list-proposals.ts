import 'server-only'
import { listListedVersions } from '@/lib/catalogue/list-listed-versions'
import { type Actor, grantOf } from '@/lib/platform/actor'
import { type Day, dayFromDate, dayOf, dayWords } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import type { StoredPlan } from '../non-conformities/plan'
import { findPlan } from '../non-conformities/plan-store'
import type { DecisionKind, DecisionTerms } from './decision-kinds'
import { kindTable } from './decision-kinds'
import { maySecondDecision } from './decision-policy'
import { findDecisions, findOpenProposals } from './decision-store'
import { readMatter } from './read-matter'

export type ProposalView = {
  id: string
  kind: DecisionKind
  reason: string
  basis: string | null
  terms: DecisionTerms
  proposedOn: Day
  version: number
  moduleName: string
  maySecond: Decision
  /** What is accepted or extended. */
  plan?: Pick<StoredPlan, 'nonConformityId' | 'kind' | 'summary' | 'dueOn'> | undefined
}
export type DecisionDesk = {
  proposals: ProposalView[]
  modules: { moduleVersionId: string; name: string }[]
  /** Decisions that a correction may name. */
  decisions: { id: string; words: string }[]
}

/** What waits for a second officer, and what may be proposed of which module; undefined to all but officers. */
export async function getDecisionDesk(actor: Actor): Promise<DecisionDesk | undefined> {
  if (!grantOf(actor, 'officer')) return undefined
  const proposals = await Promise.all(
    (await findOpenProposals(db)).map(async ({ proposedById, proposedAt, moduleVersionId, state: _, ...proposal }) => {
      const matter = await readMatter(db, moduleVersionId)
      const { planId } = proposal.terms
      return {
        ...proposal,
        proposedOn: dayOf(proposedAt),
        plan: planId ? await findPlan(db, planId) : undefined,
        moduleName: matter?.name ?? 'A module no longer listed',
        maySecond: maySecondDecision(actor, {
          proposedById,
          supplierId: matter?.supplierId ?? '',
          assessorIds: matter?.assessorIds ?? [],
        }),
      }
    }),
  )
  const modules = (await listListedVersions(actor)).map((v) => ({
    moduleVersionId: v.id,
    name: `${v.name} ${v.version}`,
  }))
  const made = await findDecisions(
    db,
    modules.map((m) => m.moduleVersionId),
  )
  const decisions = made.map(({ id, moduleVersionId, kind, madeOn }) => {
    const module = modules.find((m) => m.moduleVersionId === moduleVersionId)?.name
    const { words } = kindTable[kind as DecisionKind]
    return { id, words: `${words} ${module}, ${dayWords(dayFromDate(madeOn))}` }
  })
  return { proposals, modules, decisions }
}
