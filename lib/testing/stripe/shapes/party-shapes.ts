import type Stripe from 'stripe'
import type { World } from '../world'
import { listOf, metadataOf, nulls } from './nulls'

export function customerOf(world: World, given: Stripe.CustomerCreateParams): Stripe.Customer {
  const id = world.newId('cus')
  return {
    ...nulls(
      'address',
      'customer_account',
      'default_source',
      'discount',
      'phone',
      'shipping',
      'test_clock',
      'currency',
    ),
    id,
    object: 'customer',
    balance: 0,
    created: world.now,
    delinquent: false,
    description: given.description ?? null,
    email: given.email ?? null,
    invoice_prefix: id.slice(-8).toUpperCase(),
    invoice_settings: { ...nulls('custom_fields', 'default_payment_method', 'footer', 'rendering_options') },
    livemode: false,
    metadata: metadataOf(given.metadata),
    name: given.name ?? null,
    next_invoice_sequence: 1,
    preferred_locales: [],
    tax_exempt: 'none',
  }
}

export function accountOf(world: World, given: Stripe.AccountCreateParams): Stripe.Account {
  const id = world.newId('acct')
  return {
    id,
    object: 'account',
    business_profile: null,
    business_type: given.business_type ?? null,
    capabilities: { transfers: 'active' },
    charges_enabled: true,
    country: given.country ?? 'GB',
    created: world.now,
    default_currency: 'gbp',
    details_submitted: true,
    email: given.email ?? null,
    external_accounts: listOf([], `/v1/accounts/${id}/external_accounts`),
    metadata: metadataOf(given.metadata),
    payouts_enabled: true,
    settings: null,
    type: given.type ?? 'standard',
  }
}

export function endpointOf(world: World, given: Stripe.WebhookEndpointCreateParams): Stripe.WebhookEndpoint {
  return {
    ...nulls('application'),
    id: world.newId('we'),
    object: 'webhook_endpoint',
    api_version: given.api_version ?? null,
    created: world.now,
    description: given.description || null,
    enabled_events: given.enabled_events,
    livemode: false,
    metadata: metadataOf(given.metadata),
    secret: `whsec_${world.newId('s')}`,
    status: 'enabled',
    url: given.url,
  }
}
