import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import { db } from '@/lib/platform/db'
import type { CallOff } from './call-off'
import { maySeeCallOff } from './call-off-policy'
import { findOpenOrdersOf } from './call-off-store'
import { countedSites } from './order-rules'

export type OrderToSign = CallOff & { signedBySupplier: boolean; signedByPayer: boolean; consented: number }

/** Orders that wait for a supplier's signature, or for the other side's (P4); the first that lapses first. */
export async function listOrdersToSign(actor: Actor): Promise<OrderToSign[]> {
  const orders = (await findOpenOrdersOf(db, organisationsOf(actor))).filter((callOff) => maySeeCallOff(actor, callOff))
  return orders.map((callOff) => {
    const sides = callOff.signatures.filter((s) => s.termsHash === callOff.termsHash).map((s) => s.side)
    const [signedBySupplier, signedByPayer] = [sides.includes('supplier'), sides.includes('payer')]
    return { ...callOff, signedBySupplier, signedByPayer, consented: countedSites(callOff).length }
  })
}
