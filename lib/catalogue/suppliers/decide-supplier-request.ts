import 'server-only'
import { addSupplierOrganisation } from '@/lib/identity/add-supplier-organisation'
import { invitePersonWithin } from '@/lib/identity/invite-person'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import { next } from '@/lib/platform/machine'
import { queueMail } from '@/lib/platform/mail'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { SupplierAccountState, SupplierRequest } from './supplier-account'
import { type SupplierAccountCommand, supplierAccountMachine } from './supplier-account-machine'
import { mayKeepSuppliers } from './supplier-account-policy'
import type { AcceptSupplier, RefuseSupplier } from './supplier-account-schema'
import { addSupplier, findByCompanyNumber, findRequest, moveRequest } from './supplier-account-store'

/**
 * Lets a supplier in and invites the person as its signatory, who may do all that an editor may. A company number that is
 * registered already never makes a second supplier: the person then joins that one as an editor (SUP-2).
 */
export function acceptSupplier(
  ctx: Context,
  input: AcceptSupplier,
  publicUrl: string,
): Promise<Result<{ supplierId: string }>> {
  return transaction(async (tx) => {
    const known = await knownSupplier(tx, input.id)
    const supplierId = known ?? newId()
    const decided = await decide(tx, ctx, input, 'accept', { supplierId }, known ?? null)
    if (!decided.ok) return decided
    const request = decided.value
    if (!known) {
      const { brand, legalName, companyNumber } = request
      await addSupplierOrganisation(tx, { id: supplierId, name: brand })
      await addSupplier(tx, { organisationId: supplierId, brand, legalName, companyNumber })
    }
    const invited = await invitePersonWithin(tx, ctx, invitation(request, supplierId, known !== undefined), publicUrl)
    return invited.ok ? ok({ supplierId }) : invited
  })
}

/** Refuses a request, with the reason that the person reads. */
export function refuseSupplier(ctx: Context, { reason, ...input }: RefuseSupplier): Promise<Result<{ id: string }>> {
  return transaction(async (tx) => {
    const decided = await decide(tx, ctx, input, 'refuse', { reason }, (await knownSupplier(tx, input.id)) ?? null)
    if (!decided.ok) return decided
    await queueMail(tx, ctx, {
      key: `supplier-refused/${input.id}`,
      to: decided.value.email,
      subject: 'Your request for a supplier account',
      body: `The authority has refused the request for ${decided.value.brand}.\n\n${reason}\n\nYou may ask again when this has changed.`,
    })
    return ok({ id: input.id })
  })
}

async function knownSupplier(tx: Tx, requestId: string): Promise<string | undefined> {
  const request = await findRequest(tx, requestId)
  return request && (await findByCompanyNumber(tx, request.companyNumber))?.organisationId
}

async function decide(
  tx: Tx,
  ctx: Context,
  { id, version }: AcceptSupplier,
  command: 'accept' | 'refuse',
  change: { reason?: string; supplierId?: string },
  supplierId: string | null,
): Promise<Result<SupplierRequest>> {
  const request = await findRequest(tx, id)
  const decision = mayKeepSuppliers(ctx.actor, supplierId)
  if (!request || !mayKeepSuppliers(ctx.actor).allowed) return refuse({ kind: 'not-found' })
  if (!decision.allowed) return refuse({ kind: 'forbidden', because: decision.because })
  const edge = next<SupplierAccountState, SupplierAccountCommand>(supplierAccountMachine, request.state, command)
  if (!edge) return refuse({ kind: 'wrong-state', state: request.state, command })
  const decided = { ...change, decidedById: ctx.actor.userId, decidedAt: ctx.now }
  if (!(await moveRequest(tx, request, version, edge.to, decided))) return refuse({ kind: 'stale' })
  await record(tx, ctx, {
    name: edge.event,
    about: { type: 'SupplierRequest', id },
    from: request.state,
    to: edge.to,
    data: change.supplierId ? { supplierId: change.supplierId } : {},
  })
  return ok(request)
}

const invitation = (request: SupplierRequest, organisationId: string, joins: boolean) => ({
  email: request.email,
  name: request.personName,
  organisationId,
  practiceCode: '',
  role: joins ? ('supplier-editor' as const) : ('supplier-signatory' as const),
  limit: null,
})
