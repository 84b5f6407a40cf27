import { type Actor, belongsTo } from '@/lib/platform/actor'
import type { ExitCase } from './case'

/** Practice, payer and supplier of the contract see its case; for everybody else it does not exist. */
export const maySeeCase = (actor: Actor, of: Pick<ExitCase, 'practiceId' | 'payerId' | 'supplierId'>): boolean =>
  [of.practiceId, of.payerId, of.supplierId].some((id) => belongsTo(actor, id))
