import 'server-only'
import type { Raw, SectionField } from '@/lib/catalogue/drafts/draft-section'
import type { Context } from '@/lib/platform/context'
import { db } from '@/lib/platform/db'
import type { CallOff } from '../call-off'
import { orderSectionOf } from '../form/call-off-journey'
import { getCallOff } from '../get-call-off'
import { getOrderFacts } from '../get-order-facts'
import { type ProposableSlug, proposableSlugs, seenOf, type TermProposal } from './proposal'
import { mayProposeTerms, proposableStates } from './proposal-policy'
import { findProposals } from './proposal-store'

export type ProposalForm = { slug: ProposableSlug; title: string; fields: SectionField[]; values: Raw }
export type ProposalForms = { callOff: CallOff; proposals: TermProposal[]; seen: string; forms: ProposalForm[] }

/** The parts of an order in which its supplier has a say, as forms of what stands there now; undefined for everybody else. */
export async function getProposalForms(ctx: Context, id: string): Promise<ProposalForms | undefined> {
  const callOff = await getCallOff(ctx.actor, id)
  if (!callOff || !mayProposeTerms(ctx.actor, callOff).allowed || !proposableStates.includes(callOff.state))
    return undefined
  const facts = await getOrderFacts(db, ctx, callOff)
  if (!facts.ok) return undefined
  const proposals = await findProposals(db, [id])
  const forms = proposableSlugs.map((slug) => {
    const section = orderSectionOf(slug)!
    const fields = section.fields(callOff, facts.value).filter(({ name }) => name !== 'schedule')
    return { slug, title: section.title, fields, values: section.values(callOff, facts.value) }
  })
  return { callOff, proposals, seen: seenOf(proposals), forms }
}
