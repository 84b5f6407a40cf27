import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db, type Tx } from '@/lib/platform/db'
import type { CallOff } from '../call-off'
import { maySeeCallOff } from '../call-off-policy'
import { findSharedOrdersOf } from '../call-off-store'
import type { TermProposal } from './proposal'
import { findProposal, findProposals } from './proposal-store'

/** What the supplier has proposed in an order, the oldest first. The caller has shown that its reader may see the order. */
export const listProposals = (callOffId: string, tx: Tx = db): Promise<TermProposal[]> => findProposals(tx, [callOffId])

export type SharedOrder = CallOff & { open: number }

/** Orders that a supplier may read before they are sent for signature, and how many of its proposals wait (P4). */
export async function listSharedOrders(actor: Actor): Promise<SharedOrder[]> {
  const suppliers = organisationsOf(actor, 'supplier-editor', 'supplier-signatory')
  const orders = (await findSharedOrdersOf(db, suppliers)).filter((callOff) => maySeeCallOff(actor, callOff))
  const proposals = await findProposals(
    db,
    orders.map(({ id }) => id),
  )
  return orders.map((order) => ({
    ...order,
    open: proposals.filter(({ callOffId, state }) => callOffId === order.id && state === 'open').length,
  }))
}

/** A proposal by id, for letters of the portal itself. */
export const readProposal = (tx: Tx, id: string): Promise<TermProposal | undefined> => findProposal(tx, id)
