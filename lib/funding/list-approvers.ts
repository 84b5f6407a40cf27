import 'server-only'
import { listLimits } from '@/lib/identity/list-limits'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { readSettings } from '@/lib/settings/read-settings'
import { delegatedOn } from './delegation'
import { findDelegations } from './delegation-store'
import type { Approver } from './own-means'

/** Who may approve what a payer is asked for today, each up to the greater of the own limit and one that was lent (B6). Pence. */
export async function listApprovers(tx: Tx, ctx: Context, payerId: string): Promise<Approver[]> {
  const today = dayOf(ctx.now)
  const holders = await listLimits(tx, 'funding-approver', payerId, today)
  if (holders.length === 0) return []
  const settings = await readSettings(tx, ctx, payerId, ['usual-limit'])
  const usual = settings.ok ? (settings.value.penceOrNone('usual-limit') ?? 0n) : 0n
  const limits = new Map(holders.map(({ personId, limitPence }) => [personId, limitPence ?? usual]))
  const loans = await findDelegations(tx, payerId)
  return holders.map(({ personId }) => {
    const own = limits.get(personId)!
    const mine = loans.filter(({ toId }) => toId === personId)
    const lent = delegatedOn(mine, today, (lender) => limits.get(lender) ?? 0n)
    return { personId, limitPence: own > lent ? own : lent }
  })
}
