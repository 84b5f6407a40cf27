import { type Actor, grantOf } from '@/lib/platform/actor'
import { allow, type Decision, deny } from '@/lib/platform/decision'

/** An appeal binds the supplier: a signatory's act. */
export const mayAppeal = (actor: Actor, { supplierId }: { supplierId: string }): Decision =>
  grantOf(actor, 'supplier-signatory', supplierId) ? allow : deny('Only a signatory of the supplier can appeal')
