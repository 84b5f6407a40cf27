import 'server-only'
import { type GateView, getGate } from '@/lib/assurance/get-gate'
import { askSale } from '@/lib/catalogue/ask-sale'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result, refuse } from '@/lib/platform/refusal'
import type { CallOff } from './call-off'
import { againstAct, type GateStep } from './gate-consent-rules'
import { findConsents } from './gate-consent-store'

export type GateFields = Pick<CallOff, 'gate' | 'gateLabel' | 'gateSha256'>

/** What the gate says of the ordered capabilities at this instant. */
export const readGate = (tx: Tx, ctx: Context, callOff: CallOff): Promise<GateView> =>
  getGate(tx, callOff.moduleVersionId, callOff.capabilityIds, dayOf(ctx.now))

/** May this act of the order happen at this instant (KO-01, A4)? The answer and its hash stay with the order. */
export async function askGate(tx: Tx, ctx: Context, callOff: CallOff, step: GateStep): Promise<Result<GateFields>> {
  const sale = await askSale(tx, ctx, callOff.moduleId)
  if (!sale.ok) return sale
  const asked = await readGate(tx, ctx, callOff)
  const because = againstAct(asked, await findConsents(tx, callOff.id), step)
  if (because) return refuse({ kind: 'conflict', because: `${callOff.moduleName} ${because}` })
  return ok({ gate: asked.gate, gateLabel: asked.label, gateSha256: asked.inputsSha256 })
}
