import { type Actor, grantOf, organisationsOf } from '@/lib/platform/actor'

/** Roles that a payer gives to those who handle its money. */
export const payerRoles = ['finance-officer', 'funding-approver', 'funding-recommender', 'funding-requester'] as const

/** The payer whose money the actor handles: the one they act for at present, else the first of theirs; undefined for others. */
export function payerOf(actor: Actor): string | undefined {
  const payers = organisationsOf(actor, ...payerRoles)
  return payers.find((id) => id === actor.organisationId) ?? payers[0]
}

/** Whether the actor is a finance officer of this payer. */
export const isFinance = (actor: Actor, payerId: string): boolean =>
  grantOf(actor, 'finance-officer', payerId) !== undefined

/** Whether the actor handles the money of this payer at all: others find no page of it. */
export const belongsToPayer = (actor: Actor, payerId: string): boolean =>
  organisationsOf(actor, ...payerRoles).includes(payerId)
