import { type Actor, belongsTo } from '@/lib/platform/actor'
import { isAuthority, isOwn } from '../assessments/assessment-policy'
import type { Visibility } from './evidence'

type Kept = { supplierId: string; visibility: Visibility }
const buyerRoles = /^(?!supplier|curator|author|assessor|reviewer|officer)/

/** RG-03: the authority and the supplier see all of it; buyers what is for buyers; everybody what is public. */
export function mayReadEvidence(actor: Actor, evidence: Kept): boolean {
  if (evidence.visibility === 'PUBLIC' || isAuthority(actor)) return true
  if (isOwn(actor, evidence) || belongsTo(actor, evidence.supplierId)) return true
  return evidence.visibility === 'BUYERS' && actor.grants.some((grant) => buyerRoles.test(grant.role))
}

const visibilities: Visibility[] = ['PUBLIC', 'BUYERS', 'ASSESSORS']
/** What of a supplier's evidence this reader may see: for the row in the query. */
export const readableVisibilities = (actor: Actor, supplierId: string): Visibility[] =>
  visibilities.filter((visibility) => mayReadEvidence(actor, { supplierId, visibility }))
