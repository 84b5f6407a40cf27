import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { invalidField, ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import { findPersonByEmail } from './identity-store'
import { findOrganisationByCode, findOrganisationById } from './organisation-store'
import { mayInvite } from './person-policy'
import type { InvitationInput } from './person-schema'
import { isRole, mayBeHeldIn, roleTitle } from './roles'
import { writeInvitation } from './write-invitation'

/** Sends a one-use link with which somebody names a password and takes a grant. */
export function invitePerson(ctx: Context, input: InvitationInput, publicUrl: string): Promise<Result<{ id: string }>> {
  return transaction((tx) => invitePersonWithin(tx, ctx, input, publicUrl))
}

/** The same as a part of a greater act. */
export async function invitePersonWithin(
  tx: Tx,
  ctx: Context,
  input: InvitationInput,
  publicUrl: string,
): Promise<Result<{ id: string }>> {
  const decision = mayInvite(ctx.actor)
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const organisation = await whereTo(tx, input)
  if (!organisation)
    return input.organisationId === ''
      ? invalidField('practiceCode', 'Enter the code of an open practice, like A81001')
      : invalidField('organisationId', 'Choose an organisation')
  const unfit = unfitness(input, organisation.kind)
  if (unfit) return unfit
  if ((await findPersonByEmail(tx, input.email))?.endedAt)
    return invalidField('email', 'The account of this address was closed')
  const { id } = await writeInvitation(
    tx,
    ctx,
    { ...input, role: input.role, organisation, invitedById: ctx.actor.userId },
    publicUrl,
  )
  return ok({ id })
}

async function whereTo(tx: Tx, { organisationId, practiceCode }: InvitationInput) {
  const found =
    organisationId === ''
      ? await findOrganisationByCode(tx, 'practice', practiceCode)
      : await findOrganisationById(tx, organisationId)
  return found?.status === 'active' ? found : undefined
}

/** A role is held in one kind of organisation; an approver without a limit could approve nothing, and nobody else has one. */
function unfitness({ role, limit }: InvitationInput, kind: string) {
  if (!isRole(role) || !mayBeHeldIn(role, kind))
    return invalidField('role', `${roleTitle(role)} is not a role in an organisation of this kind (${kind})`)
  if (role === 'funding-approver' && limit === null)
    return invalidField('limit', 'Enter the limit up to which this person may approve')
  if (role !== 'funding-approver' && limit !== null)
    return invalidField('limit', 'Only a funding approver has a limit: leave it empty')
  return undefined
}
