import 'server-only'
import type { Actor } from '@/lib/platform/actor'
import { type Day, dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import type { Decision } from '@/lib/platform/decision'
import { findAppeals } from '../appeals/appeal-store'
import { findDisputes } from '../disputes/dispute-store'
import { type DecisionKind, kindTable } from './decision-kinds'
import { mayProposeDecision } from './decision-policy'
import { findDecision } from './decision-store'
import { readContested } from './read-contested'
import { readMatter } from './read-matter'

/** An appeal or a dispute that waits for officers. */
export type ContestView = {
  what: 'appeal' | 'dispute'
  id: string
  moduleVersionId: string
  moduleName: string
  about: string
  grounds: string
  on: Day
  mayPropose: Decision
}

/** What suppliers contest and nobody has decided, the oldest first: for the officers' desk, which has asked who is there. */
export async function listContests(actor: Actor): Promise<ContestView[]> {
  const appeals = await findAppeals(db, undefined, 'lodged')
  const disputes = await findDisputes(db, undefined, 'raised')
  const views = await Promise.all([
    ...appeals.map(async (appeal): Promise<ContestView> => {
      const decision = await findDecision(db, appeal.decisionId)
      const contested = await readContested(db, 'UPHOLD_APPEAL', { appealId: appeal.id })
      const matter = await readMatter(db, appeal.moduleVersionId, contested)
      return {
        what: 'appeal',
        id: appeal.id,
        moduleVersionId: appeal.moduleVersionId,
        moduleName: matter?.name ?? 'A module no longer listed',
        about: `against the decision: ${kindTable[decision!.kind as DecisionKind].words.toLowerCase()} it`,
        grounds: appeal.grounds,
        on: dayOf(appeal.lodgedAt),
        mayPropose: mayProposeDecision(actor, matter ?? { assessorIds: [], supplierId: appeal.supplierId }),
      }
    }),
    ...disputes.map(async (dispute): Promise<ContestView> => {
      const matter = await readMatter(db, dispute.moduleVersionId)
      return {
        what: 'dispute',
        id: dispute.id,
        moduleVersionId: dispute.moduleVersionId,
        moduleName: matter?.name ?? 'A module no longer listed',
        about: dispute.findingId ? 'of a finding that something is not met' : 'of a check that the module failed',
        grounds: dispute.grounds,
        on: dayOf(dispute.raisedAt),
        mayPropose: mayProposeDecision(actor, matter ?? { assessorIds: [], supplierId: dispute.supplierId }),
      }
    }),
  ])
  return views.sort((a, b) => (a.on < b.on ? -1 : 1))
}
