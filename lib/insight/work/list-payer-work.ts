import 'server-only'
import { listContracts } from '@/lib/contracts/list-contracts'
import { isWaiting } from '@/lib/funding/funding-request'
import { listFundingRequests } from '@/lib/funding/get-funding-request'
import { organisationsOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { listCallOffs } from '@/lib/procurement/call-offs/get-call-off'
import { listNotices } from '@/lib/procurement/notices/list-notices'
import { listAwardReviews } from '@/lib/procurement/reviews/list-award-reviews'
import { getPortfolio } from '@/lib/switching/portfolio/get-portfolio'
import type { WorkLine } from './work-line'
import { lineOf } from './work-rules'

/** What waits for the people of a payer: money to decide on, notices to publish, signatures, contracts whose day comes, late switches. */
export async function listPayerWork(ctx: Context): Promise<WorkLine[]> {
  const payers = organisationsOf(
    ctx.actor,
    'funding-requester',
    'funding-approver',
    'funding-recommender',
    'finance-officer',
  )
  if (payers.length === 0) return []
  const today = dayOf(ctx.now)
  const requests = (await listFundingRequests(ctx.actor)).filter((r) => payers.includes(r.payerId))
  const waiting = requests.filter(isWaiting)
  const reviews = requests.filter((r) => r.reviewDueOn !== null && r.reviewedAt === null)
  const awards = ((await listAwardReviews(ctx)) ?? []).filter(({ state }) => state !== 'done')
  const notices = ((await listNotices(ctx)) ?? []).filter((n) => n.state === 'drafted')
  const signing = (await listCallOffs(ctx.actor)).filter(
    (c) =>
      c.state === 'signing' &&
      payers.includes(c.payerId) &&
      !c.signatures.some((s) => s.side === 'payer' && s.termsHash === c.termsHash),
  )
  const ending = (await listContracts(ctx.actor, today)).filter(
    (c) => c.state === 'expiring' && payers.includes(c.payerId),
  )
  const late = (await getPortfolio(ctx.actor, ctx.now)).lines.filter((line) => line.late.length > 0)
  return [
    ...lineOf(
      { key: 'funding', one: 'request for money to decide', many: 'requests for money to decide', href: '/funding' },
      waiting.map((r) => ({ href: `/funding/${r.id}`, due: r.dueOn })),
      today,
    ),
    ...lineOf(
      { key: 'reviews', one: 'urgent approval to review', many: 'urgent approvals to review', href: '/funding' },
      reviews.map((r) => ({ href: `/funding/${r.id}`, due: r.reviewDueOn })),
      today,
    ),
    ...lineOf(
      { key: 'awards', one: 'urgent award to review', many: 'urgent awards to review', href: '/funding/reviews' },
      awards.map(({ dueOn }) => ({ href: '/funding/reviews', due: dueOn })),
      today,
    ),
    ...lineOf(
      { key: 'notices', one: 'notice to publish', many: 'notices to publish', href: '/funding/notices' },
      notices.map((n) => ({ href: `/funding/notices/${n.id}`, due: n.dueOn })),
      today,
    ),
    ...lineOf(
      { key: 'sign', one: 'order to sign', many: 'orders to sign', href: '/call-offs' },
      signing.map((c) => ({ href: `/call-offs/${c.id}`, due: c.signBy })),
      today,
    ),
    ...lineOf(
      { key: 'contracts', one: 'contract to decide on', many: 'contracts to decide on', href: '/contracts' },
      ending.map((c) => ({ href: `/contracts/${c.id}`, due: c.noticeDate })),
      today,
    ),
    ...lineOf(
      { key: 'switches', one: 'switch that is late', many: 'switches that are late', href: '/switches/portfolio' },
      late.map((s) => ({ href: `/switches/${s.id}` })),
      today,
    ),
  ]
}
