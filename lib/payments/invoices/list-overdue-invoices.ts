import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import type { Invoice } from './invoice'
import { findOverdue } from './invoice-list-store'

/** Every invoice whose due day is over and that owes something: for letters of the portal itself, so no actor is asked. */
export const listOverdueInvoices = (tx: Tx, today: Day): Promise<Invoice[]> => findOverdue(tx, today)
