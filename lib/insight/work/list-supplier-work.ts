import 'server-only'
import { listOwnAssessments } from '@/lib/assurance/assessments/list-assessments'
import { listOwnNonConformities } from '@/lib/assurance/non-conformities/list-non-conformities'
import { listOwnObligations } from '@/lib/assurance/refresh/list-obligations'
import { getSupplierHome } from '@/lib/catalogue/drafts/get-supplier-home'
import { listSupplierTasks } from '@/lib/contracts/list-supplier-tasks'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { listOrdersToSign } from '@/lib/procurement/call-offs/list-orders-to-sign'
import { listSupplierCompetitions } from '@/lib/procurement/competitions/list-competitions'
import { getDesk } from '@/lib/switching/portfolio/get-desk'
import type { WorkItem, WorkLine } from './work-line'
import { lineOf } from './work-rules'

/** What waits for a supplier's people: orders, offers, go-lives, switches, what is not kept, new standards, listings and claims sent back. */
export async function listSupplierWork(ctx: Context): Promise<WorkLine[]> {
  if (organisationsOf(ctx.actor, 'supplier-editor', 'supplier-signatory').length === 0) return []
  const today = dayOf(ctx.now)
  const line = (key: string, one: string, many: string, href: string, items: WorkItem[]) =>
    lineOf({ key, one, many, href }, items, today)
  const orders = (await listOrdersToSign(ctx.actor)).filter((o) => !o.signedBySupplier)
  const offers = ((await listSupplierCompetitions(ctx)) ?? []).filter((c) => c.stage === 'offers')
  const { goLives, changes } = await listSupplierTasks(ctx.actor)
  const duties = (await getDesk(ctx.actor, ctx.now))?.duties ?? []
  const broken = ((await listOwnNonConformities(ctx)) ?? []).filter((nc) => nc.state === 'open')
  const obligations = ((await listOwnObligations(ctx)) ?? []).filter((o) => o.state === 'open' || o.state === 'overdue')
  const drafts = ((await getSupplierHome(ctx))?.modules ?? []).flatMap((m) =>
    m.draft?.state === 'draft' ? [m.draft] : [],
  )
  const returned = ((await listOwnAssessments(ctx)) ?? []).filter((a) => a.state === 'declared')
  return [
    ...line(
      'orders',
      'order to sign',
      'orders to sign',
      '/supplier/orders',
      orders.map((o) => ({ href: `/call-offs/${o.id}`, due: o.signBy })),
    ),
    ...line(
      'offers',
      'competition open for your offer',
      'competitions open for your offer',
      '/supplier/competitions',
      offers.map((c) => ({ href: `/competitions/${c.id}`, due: c.deadlineAt && dayOf(c.deadlineAt) })),
    ),
    ...line(
      'go-lives',
      'first day of a system to confirm',
      'first days of systems to confirm',
      '/supplier/orders',
      goLives.map((t) => ({ href: `/contracts/${t.contractId}` })),
    ),
    ...line(
      'changes',
      'change of a contract to answer',
      'changes of contracts to answer',
      '/supplier/orders',
      changes.map((t) => ({ href: `/contracts/${t.contractId}`, due: null })),
    ),
    ...line(
      'switches',
      'step of a switch that you owe',
      'steps of switches that you owe',
      '/supplier/switches',
      duties.map((d) => ({ href: `/switches/${d.switchId}`, due: d.dueOn })),
    ),
    ...line(
      'non-conformities',
      'open non-conformity',
      'open non-conformities',
      '/supplier/non-conformities',
      broken.map((nc) => ({ href: `/supplier/non-conformities/${nc.id}`, due: nc.next?.dueOn })),
    ),
    ...line(
      'obligations',
      'new standard to meet',
      'new standards to meet',
      '/supplier/obligations',
      obligations.map((o) => ({ due: o.dueOn })),
    ),
    ...line(
      'drafts',
      'listing to finish',
      'listings to finish',
      '/supplier',
      drafts.map((d) => ({ href: `/supplier/listings/${d.id}` })),
    ),
    ...line(
      'claims',
      'claim to prove',
      'claims to prove',
      '/supplier/assessments',
      returned.map((a) => ({ href: `/supplier/assessments/${a.id}` })),
    ),
  ]
}
