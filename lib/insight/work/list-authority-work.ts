import 'server-only'
import { listAssessmentQueue } from '@/lib/assurance/assessments/list-assessments'
import { listChallenges } from '@/lib/assurance/challenges/list-challenges'
import { listOfficerTasks } from '@/lib/assurance/clocks/list-considerations'
import { getDecisionDesk } from '@/lib/assurance/decisions/list-proposals'
import { listDisputes } from '@/lib/assurance/disputes/list-disputes'
import { listEndpoints } from '@/lib/assurance/endpoints/list-endpoints'
import { listNonConformityQueue } from '@/lib/assurance/non-conformities/list-non-conformities'
import { listWaitingDeclarations } from '@/lib/catalogue/declarations/get-declaration'
import { listReviewQueue } from '@/lib/catalogue/drafts/list-review-queue'
import { getSupplierDesk } from '@/lib/catalogue/suppliers/get-supplier-desk'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { WorkItem, WorkLine } from './work-line'
import { lineOf } from './work-rules'

/** What waits for the authority's people, each by their duty: assessors, reviewers, officers, curators. */
export async function listAuthorityWork(ctx: Context): Promise<WorkLine[]> {
  const holds = (role: 'assessor' | 'reviewer' | 'officer' | 'curator') => organisationsOf(ctx.actor, role).length > 0
  const today = dayOf(ctx.now)
  const line = (key: string, one: string, many: string, href: string, items: WorkItem[]) =>
    lineOf({ key, one, many, href }, items, today)
  const lines: WorkLine[] = []
  if (holds('assessor') || holds('reviewer')) {
    const queue = ((await listAssessmentQueue(ctx)) ?? []).filter(
      (a) => a.state !== 'declared' && a.state !== 'for-decision',
    )
    lines.push(
      ...line(
        'assessments',
        'claim to assess',
        'claims to assess',
        '/assurance/assessments',
        queue.map((a) => ({ href: `/assurance/assessments/${a.id}` })),
      ),
    )
  }
  if (holds('assessor')) {
    const raised = ((await listNonConformityQueue(ctx)) ?? []).filter((nc) => nc.state === 'candidate')
    const challenged = ((await listChallenges(ctx.actor)) ?? []).filter((c) => c.state === 'raised')
    const proven = ((await listEndpoints(ctx)) ?? []).filter((e) => e.state === 'proven')
    lines.push(
      ...line(
        'concerns',
        'concern to look at',
        'concerns to look at',
        '/assurance/non-conformities',
        raised.map((nc) => ({ href: `/assurance/non-conformities/${nc.id}` })),
      ),
      ...line(
        'challenges',
        'challenge to answer',
        'challenges to answer',
        '/assurance/challenges',
        challenged.map(() => ({})),
      ),
      ...line(
        'endpoints',
        'endpoint to approve',
        'endpoints to approve',
        '/assurance/runs',
        proven.map((e) => ({ href: `/endpoints/${e.id}` })),
      ),
    )
  }
  if (holds('reviewer')) {
    const listings = (await listReviewQueue(ctx)) ?? []
    const declarations = (await listWaitingDeclarations(ctx)) ?? []
    const disputes = ((await listDisputes(ctx.actor)) ?? []).filter((d) => d.state === 'raised')
    lines.push(
      ...line(
        'listings',
        'listing to review',
        'listings to review',
        '/assurance/listings',
        listings.map((l) => ({ href: `/assurance/listings/${l.id}` })),
      ),
      ...line(
        'declarations',
        'declaration to decide',
        'declarations to decide',
        '/assurance/declarations',
        declarations.map((d) => ({ href: `/assurance/declarations/${d.id}` })),
      ),
      ...line(
        'disputes',
        'dispute to answer',
        'disputes to answer',
        '/assurance/disputes',
        disputes.map(() => ({})),
      ),
    )
  }
  if (holds('officer')) {
    const desk = await getDecisionDesk(ctx.actor)
    const { overdue, considerations } = await listOfficerTasks(ctx)
    lines.push(
      ...line(
        'second',
        'decision to second',
        'decisions to second',
        '/assurance/decisions',
        (desk?.proposals ?? []).filter((p) => p.maySecond.allowed).map(() => ({})),
      ),
      ...line(
        'contests',
        'appeal or dispute to decide',
        'appeals and disputes to decide',
        '/assurance/decisions',
        (desk?.contests ?? []).map(() => ({})),
      ),
      ...line(
        'suspensions',
        'suspension to decide on',
        'suspensions to decide on',
        '/assurance/decisions',
        [...overdue, ...considerations].map(({ dueOn }) => ({ due: dueOn })),
      ),
    )
  }
  if (holds('curator')) {
    const requests = (await getSupplierDesk(ctx))?.requests ?? []
    lines.push(
      ...line(
        'suppliers',
        'supplier that asks for an account',
        'suppliers that ask for an account',
        '/assurance/suppliers',
        requests.map(() => ({})),
      ),
    )
  }
  return lines
}
