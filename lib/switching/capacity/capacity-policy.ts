import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** A supplier's signatory speaks for its loads and trainers, an IT delivery partner for its own (CC-01). */
export const mayPublishCapacity = (actor: Actor, organisationId: string): Decision =>
  grantOf(actor, 'supplier-signatory', organisationId) || grantOf(actor, 'delivery-partner', organisationId)
    ? allow
    : deny('Only a signatory of the supplier or an IT delivery partner can publish its capacity')
