import 'server-only'
import { sha256Hex } from '@/lib/platform/canonical-json'
import type { Context } from '@/lib/platform/context'
import { newId, newToken } from '@/lib/platform/ids'
import { queueMail } from '@/lib/platform/mail'
import { record } from '@/lib/platform/record'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { transaction } from '@/lib/platform/transaction'
import type { RequestSupplier } from './supplier-account-schema'
import { addRequest, countRequests } from './supplier-account-store'

const dayMs = 24 * 3_600_000
/** Nobody may use this form to send letters to strangers: so many a day in all, so many to one address. */
const most = { all: 500, own: 3 }

/** Asks for a supplier's account. A one-use link proves the address; only then the authority sees the request. */
export function requestSupplierAccount(ctx: Context, input: RequestSupplier, publicUrl: string): Promise<Result<true>> {
  return transaction(async (tx) => {
    const counted = await countRequests(tx, new Date(ctx.now.getTime() - dayMs), input.email)
    if (counted.all >= most.all || counted.own >= most.own)
      return refuse({ kind: 'conflict', because: 'Too many requests were made today. Try again tomorrow' })
    const [id, token] = [newId(), newToken()]
    await addRequest(tx, {
      ...input,
      id,
      tokenHash: sha256Hex(token),
      requestedAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + dayMs),
      state: 'requested',
    })
    await queueMail(tx, ctx, {
      key: `supplier-request/${id}`,
      to: input.email,
      subject: 'Confirm your request for a supplier account',
      body: `Somebody asked for a supplier account for ${input.brand} with this address.\n\nConfirm it here. The link works once, for 24 hours:\n${publicUrl}/supplier/join/confirm?token=${token}\n\nIf it was not you, do nothing.`,
    })
    await record(tx, ctx, {
      name: 'SupplierRequested',
      about: { type: 'SupplierRequest', id },
      to: 'requested',
      organisationId: null,
    })
    return ok(true)
  })
}
