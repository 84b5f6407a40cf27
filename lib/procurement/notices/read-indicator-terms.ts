import 'server-only'
import type { Context } from '@/lib/platform/context'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings } from '@/lib/settings/read-settings'
import { wholeLifePence } from '../call-offs/call-off-rules'
import { findCallOff } from '../call-offs/call-off-store'
import { countedSites } from '../call-offs/order-rules'
import { readIndicatorsAsked } from './read-indicators-asked'
import { readNoticeFigures } from './read-notice-figures'

export type IndicatorTerms = {
  /** Practice → the day on which it was to have the module. */
  deliverOn: Record<string, Day>
  /** How many indicators the law asks for, and days for the notice after its period. */
  count: number
  days: number
}

/**
 * What a notice of performance is measured against, where the whole life of the order, or what the contract has grown to, is above
 * the floor (Procurement Act 2023, sections 52 and 71); undefined below it. @returns a refusal where a setting is missing.
 */
export async function readIndicatorTerms(
  tx: Tx,
  ctx: Context,
  callOffId: string,
  contractPence: bigint,
): Promise<Result<IndicatorTerms | undefined>> {
  const callOff = await findCallOff(tx, callOffId)
  if (!callOff) return ok(undefined)
  const read = await readNoticeFigures(tx, ctx, callOff.payerId)
  if (!read.ok) return read
  const whole = wholeLifePence(callOff)
  const greater = whole > contractPence ? whole : contractPence
  const asked = await readIndicatorsAsked(tx, ctx, callOff.payerId, greater, read.value.figures)
  if (!asked.ok) return asked
  if (asked.value === 0) return ok(undefined)
  const settings = await readSettings(tx, ctx, callOff.payerId, ['indicator-notice-days'])
  if (!settings.ok) return settings
  return ok({
    deliverOn: Object.fromEntries(countedSites(callOff).map((site) => [site.practiceId, site.deliverOn])),
    count: asked.value,
    days: settings.value.count('indicator-notice-days'),
  })
}
