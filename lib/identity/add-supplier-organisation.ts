import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { insertOrganisation } from './organisation-store'

/** Makes the organisation of a supplier that the authority let in. Part of that act; nobody calls it alone. */
export const addSupplierOrganisation = (tx: Tx, { id, name }: { id: string; name: string }): Promise<void> =>
  insertOrganisation(tx, { id, kind: 'supplier', name, status: 'active' })
