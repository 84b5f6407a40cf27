import 'server-only'
import { type ModuleUsage, noUsage } from '@/lib/assurance/refresh/usage'
import { listListSizes } from '@/lib/identity/list-list-sizes'
import { grantOf } from '@/lib/platform/actor'
import type { Context } from '@/lib/platform/context'
import { dayOf } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { findContractsInForce } from './contract-store'

/** Who uses which module version today: what authors and officers must heed before they publish a standard version (RF-02). To all others it is nothing. */
export async function listModuleUsage(ctx: Context): Promise<ModuleUsage> {
  if (!grantOf(ctx.actor, 'standards-author') && !grantOf(ctx.actor, 'officer')) return noUsage
  const contracts = await findContractsInForce(db)
  const practices = [...new Set(contracts.map((c) => c.practiceId))]
  return {
    contracts: contracts.flatMap(({ moduleVersionId, ...rest }) =>
      moduleVersionId ? [{ ...rest, moduleVersionId }] : [],
    ),
    patients: await listListSizes(db, practices, dayOf(ctx.now)),
    practiceCount: practices.length,
  }
}
