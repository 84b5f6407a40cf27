import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { Invoice } from './invoice'
import { findInvoice } from './invoice-store'

/** An invoice for the rails and the rooms above, inside their transaction; they decide who may see what of it. */
export const getInvoiceFacts = (tx: Tx, id: string): Promise<Invoice | undefined> => findInvoice(tx, id)
