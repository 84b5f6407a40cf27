import 'server-only'
import type { Context } from '../context'
import type { Decision } from '../decision'
import { record } from '../record'
import { ok, type Result, refuse } from '../refusal'
import { transaction } from '../transaction'
import { addressOf, type ReferenceKind } from './correction'
import type { GiveBack } from './correction-schema'
import { endCorrection, findCorrection } from './correction-store'

/** Ends a correction: the value stays until the next file says what it is. */
export function giveBack(
  ctx: Context,
  may: Decision,
  kind: ReferenceKind,
  { correctionId }: GiveBack,
): Promise<Result<{ address: string }>> {
  return transaction(async (tx) => {
    if (!may.allowed) return refuse({ kind: 'forbidden', because: may.because })
    const correction = await findCorrection(tx, kind.table, correctionId)
    if (!correction) return refuse({ kind: 'not-found' })
    if (!(await endCorrection(tx, correctionId, ctx.actor.userId, ctx.now))) return refuse({ kind: 'stale' })
    const about = { type: kind.table, id: correction.rowKey }
    await record(tx, ctx, {
      name: 'ReferenceGivenBack',
      about,
      data: { kind: kind.slug, columns: [correction.column] },
    })
    return ok({ address: addressOf(correction.rowKey) })
  })
}
