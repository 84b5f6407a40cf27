import 'server-only'
import { type Actor, organisationsOf } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isRunning } from './contract'
import { findContractsOf } from './contract-store'
import { findSites } from './site-store'

export type TermsOfToday = {
  practiceId: string
  moduleId: string
  moduleName: string
  reference: string
  endsOn: Day
  noticeDays: number
  yearlyPence: string
}

/**
 * What the running contracts of the actor's organisations say of each practice's modules: for rooms below that plan with it.
 * A contract of several practices is listed for each; its price is given whole to its own practice, because the share of a
 * site is not a price anybody agreed.
 */
export async function listTermsOfToday(actor: Actor): Promise<TermsOfToday[]> {
  const contracts = (await findContractsOf(db, organisationsOf(actor))).filter(isRunning)
  const sites = await findSites(
    db,
    contracts.map((contract) => contract.id),
  )
  return contracts.flatMap(({ id, moduleId, moduleName, number, endsOn, noticeDays, yearlyPence, practiceId }) => {
    if (moduleId === null) return []
    const practices = new Set([practiceId, ...sites.flatMap((s) => (s.contractId === id ? [s.practiceId] : []))])
    return [...practices].map((each) => ({
      ...{ practiceId: each, moduleId, moduleName, reference: number, endsOn, noticeDays },
      yearlyPence: each === practiceId ? String(yearlyPence) : '0',
    }))
  })
}
