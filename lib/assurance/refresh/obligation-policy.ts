import { type Actor, grantOf } from '@/lib/platform/actor'

/** The supplier's own editors and signatories see what it must do. */
export const isOwnObligation = (actor: Actor, { supplierId }: { supplierId: string }): boolean =>
  ['supplier-editor', 'supplier-signatory'].some((role) => grantOf(actor, role, supplierId))
