import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import type { ChangeFigures } from './impact-rules'

/** The figures by which a change of this payer's contract is measured at `ctx.now`, and the rows they came from (K1, K2). */
export async function readChangeFigures(
  tx: Tx,
  ctx: Context,
  payerId: string,
): Promise<Result<{ figures: ChangeFigures; ids: string[] }>> {
  const settings = await readSettings(tx, ctx, payerId, [
    'longest-term',
    'change-of-value',
    'change-of-term',
    'threshold-central',
    'threshold-sub-central',
    'threshold-basis',
    'vat-percent',
  ])
  if (!settings.ok) return settings
  const { count, pence, text, ids } = settings.value
  const classOf = await readSettings(tx, ctx, payerId, ['payer-class'])
  const [central, other] = [pence('threshold-central'), pence('threshold-sub-central')]
  const lower = central < other ? central : other
  const figures: ChangeFigures = {
    longestTerm: count('longest-term'),
    valuePercent: BigInt(count('change-of-value')),
    termPercent: BigInt(count('change-of-term')),
    thresholdPence: classOf.ok ? (classOf.value.text('payer-class') === 'central' ? central : other) : lower,
    thresholdBasis: text('threshold-basis') === 'net' ? 'net' : 'gross',
    vatPercent: BigInt(count('vat-percent')),
    classIsSet: classOf.ok,
  }
  return ok({ figures, ids: [...ids, ...(classOf.ok ? classOf.value.ids : [])] })
}
