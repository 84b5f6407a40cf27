import 'server-only'
import type { Raw, SectionField } from '@/lib/catalogue/drafts/draft-section'
import { listPractices } from '@/lib/identity/list-practices'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { readNoticeFigures } from '../notices/read-notice-figures'
import { listGoneOfOrder } from './ask-practices'
import { readRoute } from './ask-route'
import type { CallOff } from './call-off'
import { answersFor, mayPrepareCallOff } from './call-off-policy'
import { wholeLifePence } from './call-off-rules'
import { orderSectionOf, orderSections, stepOf } from './form/call-off-journey'
import { type Slice, slicesOf } from './form/funding-section'
import type { OrderFacts, Step } from './form/order-section'
import { getCallOff } from './get-call-off'
import { getOrderFacts } from './get-order-facts'
import { getOrderGate } from './get-order-gate'
import { markOf } from './order-kind-rules'
import { consentOf, isCounted, siteHash } from './order-rules'
import type { OrderSite } from './order-site'
import { listProposals } from './proposals/list-proposals'
import { type NoticeDue, noticesDue } from './review-rules'
import { signingLimits } from './signing-limits'

export type SiteView = OrderSite & {
  name: string
  code: string
  /** As it counts today: an answer to an older text does not. */
  consent: OrderSite['state']
  counted: boolean
  /** In a merger or a split: what the marked practice does. */
  mark: string | undefined
  /** Whether this reader answers for the practice, and what the answer would be to. */
  mine: boolean
  hash: string
}
export type StepView = { slug: string; code: string; title: string; step: Step }
export type OrderReview = {
  slices: Slice[]
  capPence: bigint | null
  obstacle: string | undefined
  notices: NoticeDue[] | undefined
}

/** The practices of an order with their names. The caller has shown that it may see the order. */
export async function getOrderSites(ctx: Context, callOff: CallOff): Promise<SiteView[]> {
  const known = await listPractices(db, { ids: callOff.sites.map((site) => site.practiceId) }, dayOf(ctx.now))
  const mine = answersFor(ctx.actor, callOff)
  return callOff.sites.map((site) => {
    const practice = known.find(({ id }) => id === site.practiceId)
    return {
      ...site,
      name: practice?.name ?? 'A practice that is no longer known',
      code: practice?.code ?? '',
      consent: consentOf(callOff, site),
      counted: isCounted(callOff, site),
      mark: markOf(callOff, site),
      mine: mine.includes(site.practiceId),
      hash: siteHash(callOff, site),
    }
  })
}

/** How far each step of a draft is, for who writes it; undefined for everybody else. */
export async function getOrderSteps(ctx: Context, callOff: CallOff): Promise<StepView[] | undefined> {
  if (callOff.state !== 'draft' || !mayPrepareCallOff(ctx.actor, callOff).allowed) return undefined
  const facts = await getOrderFacts(db, ctx, callOff)
  if (!facts.ok) return undefined
  return orderSections.map((section) => ({
    slug: section.slug,
    code: section.code,
    title: section.title,
    step: stepOf(section, callOff, facts.value),
  }))
}

/** What the page of an order shows beside its terms. */
export const getOrderParts = async (ctx: Context, callOff: CallOff) => ({
  gate: await getOrderGate(ctx, callOff),
  sites: await getOrderSites(ctx, callOff),
  steps: await getOrderSteps(ctx, callOff),
  proposals: await listProposals(callOff.id),
  gone: await listGoneOfOrder(ctx, callOff),
  limits: callOff.state === 'signing' ? await signingLimits(db, ctx, callOff) : {},
})

export type OrderSectionForm = {
  callOff: CallOff
  slug: string
  code: string
  title: string
  lead: string
  step: Step
  fields: SectionField[]
  values: Raw
}

/** One section of a draft as a form, for who writes it; undefined for everybody else. */
export async function getOrderSection(ctx: Context, id: string, slug: string): Promise<OrderSectionForm | undefined> {
  const [callOff, section] = [await getCallOff(ctx.actor, id), orderSectionOf(slug)]
  if (!callOff || !section || callOff.state !== 'draft' || !mayPrepareCallOff(ctx.actor, callOff).allowed)
    return undefined
  const facts = await getOrderFacts(db, ctx, callOff)
  if (!facts.ok) return undefined
  const { code, title, lead } = section
  return {
    callOff,
    slug,
    code,
    title,
    lead,
    step: stepOf(section, callOff, facts.value),
    ...shown(section, callOff, facts.value),
  }
}

const shown = (section: NonNullable<ReturnType<typeof orderSectionOf>>, callOff: CallOff, facts: OrderFacts) => ({
  fields: section.fields(callOff, facts),
  values: section.values(callOff, facts),
})

/** What the review shows beside the terms: slices, headroom under the cap, notices that will fall due (T12). */
export async function getOrderReview(ctx: Context, callOff: CallOff): Promise<OrderReview> {
  const route = await readRoute(db, ctx, callOff)
  return {
    slices: slicesOf(callOff),
    capPence: route?.capPence ?? null,
    obstacle: route?.obstacle?.because,
    notices: await noticesOf(ctx, callOff),
  }
}

/** Undefined where the authority has not said of which class the payers are, or has not set a figure: then nobody can tell. */
async function noticesOf(ctx: Context, callOff: CallOff): Promise<NoticeDue[] | undefined> {
  const read = await readNoticeFigures(db, ctx, callOff.payerId)
  if (!read.ok || !read.value.classIsSet) return undefined
  return noticesDue(wholeLifePence(callOff), callOff.endsOn, read.value.figures)
}
