import 'server-only'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import { findModulesEver } from './module-store'

/**
 * Whether a module may be ordered at this instant, apart from what assurance says of it: not after its last day for orders,
 * not while its supplier is suspended (LST-5). Asked inside the transaction that offers, awards or orders; never of a contract.
 */
export async function askSale(tx: Tx, ctx: Context, moduleId: string): Promise<Result<true>> {
  const [found] = await findModulesEver(tx, [moduleId], dayOf(ctx.now))
  if (!found) return refuse({ kind: 'not-found' })
  const { name } = found.module.listing
  if (found.life === 'supplier-suspended')
    return refuse({ kind: 'conflict', because: `The supplier of ${name} is suspended: nothing of it can be bought` })
  if (found.life === 'withdrawn')
    return refuse({ kind: 'conflict', because: `${name} is withdrawn: its last day for orders is past` })
  return ok(true)
}
