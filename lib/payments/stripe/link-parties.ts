import 'server-only'
import type Stripe from 'stripe'
import { nameOrganisations } from '@/lib/identity/name-organisations'
import type { Context } from '@/lib/platform/context'
import { firstOf, makeOnce } from './make-once'
import { isOf, portalMetadata, type StripeAct } from './stripe-call'

/** The payer as a customer at Stripe, made where there is none: by the name of the organisation alone, no person's. */
export async function linkCustomer(ctx: Context, stripe: Stripe, payerId: string): Promise<string> {
  const act: StripeAct = { kind: 'customer', rowId: payerId, version: 1 }
  const name = (await nameOrganisations([payerId]))(payerId)
  return makeOnce(ctx, act, {
    find: (since) => firstOf(stripe.customers.list({ created: { gte: since }, limit: 100 }), isOf(act)),
    make: (options) => stripe.customers.create({ name, metadata: portalMetadata(act) }, options),
  })
}

/** The supplier as a connected account that gets transfers, made where there is none. What Stripe asks it for, it tells Stripe itself. */
export async function linkAccount(ctx: Context, stripe: Stripe, supplierId: string): Promise<string> {
  const act: StripeAct = { kind: 'account', rowId: supplierId, version: 1 }
  return makeOnce(ctx, act, {
    find: (since) => firstOf(stripe.accounts.list({ created: { gte: since }, limit: 100 }), isOf(act)),
    make: (options) =>
      stripe.accounts.create(
        {
          type: 'express',
          country: 'GB',
          capabilities: { transfers: { requested: true } },
          metadata: portalMetadata(act),
        },
        options,
      ),
  })
}
