import 'server-only'
import { listLimits } from '@/lib/identity/list-limits'
import type { Context } from '@/lib/platform/context'
import { type Day, dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { ok, type Result } from '@/lib/platform/refusal'
import { readSettings, type Settings } from '@/lib/settings/read-settings'
import type { SettingKey } from '@/lib/settings/setting-keys'
import { delegatedOn } from './delegation'
import { findDelegations } from './delegation-store'
import type { FundingLimits } from './funding-request-policy'

/** What bounds this actor as an approver of the payer today, and the settings it was read from, with others that the same decision needs. */
export async function getFundingLimits(
  tx: Tx,
  ctx: Context,
  payerId: string,
  also: SettingKey[] = [],
): Promise<Result<FundingLimits & { settings: string[]; set: Settings }>> {
  const settings = await readSettings(tx, ctx, payerId, ['usual-limit', 'recommended-above', ...also])
  if (!settings.ok) return settings
  const usualPence = settings.value.penceOrNone('usual-limit')
  return ok({
    usualPence,
    recommendedAbove: settings.value.penceOrNone('recommended-above'),
    delegatedPence: await lentTo(tx, ctx.actor.userId, payerId, dayOf(ctx.now), usualPence ?? 0n),
    settings: settings.value.ids,
    set: settings.value,
  })
}

async function lentTo(tx: Tx, personId: string, payerId: string, today: Day, usual: bigint): Promise<bigint> {
  const delegations = await findDelegations(tx, payerId, personId)
  if (delegations.length === 0) return 0n
  const lenders = await listLimits(tx, 'funding-approver', payerId, today)
  const own = (id: string) => {
    const lender = lenders.find((holder) => holder.personId === id)
    return lender ? (lender.limitPence ?? usual) : 0n
  }
  return delegatedOn(delegations, today, own)
}
