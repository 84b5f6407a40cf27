import 'server-only'
import { listRoleHolders } from '@/lib/identity/list-role-holders'
import type { Person } from '@/lib/identity/person'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'

/** Those who write and sign for a supplier today. */
export async function listSupplierWriters(tx: Tx, ctx: Context, supplierId: string): Promise<Person[]> {
  return [
    ...(await listRoleHolders(tx, supplierId, 'supplier-editor', ctx.now)),
    ...(await listRoleHolders(tx, supplierId, 'supplier-signatory', ctx.now)),
  ]
}
