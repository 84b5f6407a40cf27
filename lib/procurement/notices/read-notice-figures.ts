import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import type { NoticeFigures } from './notice-rules'

const figureKeys = [
  'threshold-central',
  'threshold-sub-central',
  'notifiable-central',
  'notifiable-other',
  'threshold-basis',
  'vat-percent',
  'contract-notice-days',
  'end-notice-days',
] as const

/**
 * The figures by which notices fall due for this payer at `ctx.now` (K1, K2). While nobody has said of which class the payers are,
 * the lower figures count, so that no notice is missed, and `classIsSet` says so.
 */
export async function readNoticeFigures(
  tx: Tx,
  ctx: Pick<Context, 'now'>,
  payerId: string,
): Promise<Result<{ figures: NoticeFigures; classIsSet: boolean }>> {
  const settings = await readSettings(tx, ctx, payerId, [...figureKeys])
  if (!settings.ok) return settings
  const { pence, count, text } = settings.value
  const classOf = await readSettings(tx, ctx, payerId, ['payer-class'])
  const counted = (central: bigint, other: bigint): bigint => {
    if (classOf.ok) return classOf.value.text('payer-class') === 'central' ? central : other
    return central < other ? central : other
  }
  const figures: NoticeFigures = {
    threshold: counted(pence('threshold-central'), pence('threshold-sub-central')),
    notifiable: counted(pence('notifiable-central'), pence('notifiable-other')),
    thresholdBasis: text('threshold-basis') === 'net' ? 'net' : 'gross',
    vatPercent: BigInt(count('vat-percent')),
    contractNoticeDays: count('contract-notice-days'),
    endNoticeDays: count('end-notice-days'),
  }
  return ok({ figures, classIsSet: classOf.ok })
}
