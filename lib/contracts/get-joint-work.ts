import 'server-only'
import { listNames } from '@/lib/identity/list-names'
import { listSuccessions } from '@/lib/identity/record-succession'
import type { Day } from '@/lib/platform/days'
import { db } from '@/lib/platform/db'
import { getOrderPrices } from '@/lib/procurement/call-offs/get-order-prices'
import { isJointKind, markWords } from '@/lib/procurement/call-offs/order-kind-rules'
import type { Contract } from './contract'

export type JointWork = {
  kind: 'merger' | 'split'
  practices: { practiceId: string; practice: string; role: string; succeededOn: Day | undefined }[]
}

/**
 * The practices that a merger or a split is ordered for, and since when or from when another stands where one stood: their sites
 * for modules move on that day (C5). Undefined for every other contract. The caller has shown that it may see the contract.
 */
export async function getJointWork({
  kind,
  callOffId,
  practiceId: marked,
}: Pick<Contract, 'kind' | 'callOffId' | 'practiceId'>): Promise<JointWork | undefined> {
  if (!isJointKind(kind) || callOffId === null) return undefined
  const order = await getOrderPrices(db, callOffId)
  if (!order) return undefined
  const ids = order.sites.map(({ practiceId }) => practiceId)
  const [name, successions] = [await listNames(db, ids), await listSuccessions(db)]
  const others = kind === 'merger' ? 'is merged into it' : 'comes out of it'
  const practices = ids.map((practiceId) => ({
    practiceId,
    practice: name(practiceId),
    role: practiceId === marked ? markWords[kind] : others,
    succeededOn: successions.find((one) => one.practiceId === practiceId)?.succeedsOn,
  }))
  return { kind, practices: practices.toSorted((a) => (a.practiceId === marked ? -1 : 1)) }
}
