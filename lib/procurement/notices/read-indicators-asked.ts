import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { type NoticeFigures, onThresholdBasis } from './notice-rules'

/**
 * How many indicators a contract of this value must have, in pence without VAT: none up to the floor (Procurement Act 2023,
 * section 52). @returns a refusal where a setting is missing.
 */
export async function readIndicatorsAsked(
  tx: Tx,
  ctx: Context,
  payerId: string,
  pence: bigint,
  figures: NoticeFigures,
): Promise<Result<number>> {
  const settings = await readSettings(tx, ctx, payerId, ['indicator-floor', 'indicator-count'])
  if (!settings.ok) return settings
  const isAbove = onThresholdBasis(pence, figures) > settings.value.pence('indicator-floor')
  return ok(isAbove ? settings.value.count('indicator-count') : 0)
}
