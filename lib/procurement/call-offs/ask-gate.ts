import 'server-only'
import { getGate } from '@/lib/assurance/get-gate'
import { askSale } from '@/lib/catalogue/ask-sale'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { CallOff } from './call-off'

export type GateFields = Pick<CallOff, 'gate' | 'gateLabel' | 'gateSha256'>

/** May this module be bought at this instant (KO-01, A4)? The answer and its hash stay with the order. */
export async function askGate(tx: Tx, ctx: Context, callOff: CallOff): Promise<Result<GateFields>> {
  const sale = await askSale(tx, ctx, callOff.moduleId)
  if (!sale.ok) return sale
  const { gate, label, because, inputsSha256 } = await getGate(
    tx,
    callOff.moduleVersionId,
    callOff.capabilityIds,
    dayOf(ctx.now),
  )
  if (gate === 'REFUSED' || gate === 'HELD')
    return refuse({
      kind: 'conflict',
      because: `${callOff.moduleName} may not be bought now (${label}). ${because.join('. ')}`,
    })
  return ok({ gate, gateLabel: label, gateSha256: inputsSha256 })
}
