import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import type { Actor } from '@/lib/platform/actor'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { isId } from '@/lib/platform/ids'
import { findVersions } from './changes/version-store'
import { daysToNotice, noticeDateOf } from './contract'
import { maySeeContract } from './contract-policy'
import { reminderDays } from './contract-rules'
import { findContract } from './contract-store'
import type { Notice } from './ends/notice'
import { findNotice } from './ends/notice-store'
import type { ContractLine } from './list-contracts'
import { reminderOffsets } from './read-reminder-offsets'
import type { ContractSite } from './site'
import { findSites } from './site-store'

export type ContractView = ContractLine & {
  sites: (ContractSite & { practice: string })[]
  notice: Notice | undefined
  reminders: Day[]
  /** The days from which a change of the terms was in effect. */
  changedOn: Day[]
}

/** One contract for those who are party to it; undefined for everybody else. */
export async function getContract(actor: Actor, id: string, today: Day): Promise<ContractView | undefined> {
  const contract = isId(id) ? await findContract(db, id) : undefined
  if (!contract) return undefined
  const [sites, notice, versions] = await Promise.all([findSites(db, [id]), findNotice(db, id), findVersions(db, id)])
  if (!maySeeContract(actor, contract, sites)) return undefined
  const named = [contract.practiceId, contract.payerId, contract.supplierId, ...sites.map((site) => site.practiceId)]
  const name = await listNames(db, named)
  const offsets = (await reminderOffsets(db, today)(contract.payerId)) ?? []
  return {
    ...contract,
    practice: name(contract.practiceId),
    payer: name(contract.payerId),
    supplier: name(contract.supplierId),
    noticeDate: noticeDateOf(contract),
    daysLeft: daysToNotice(contract, today),
    practiceIds: sites.map((site) => site.practiceId),
    sites: sites.map((site) => ({ ...site, practice: name(site.practiceId) })),
    notice,
    reminders: reminderDays(contract, offsets).filter((day) => day >= today),
    changedOn: versions.flatMap((version) => (version.changeId ? [version.effectiveOn] : [])),
  }
}
