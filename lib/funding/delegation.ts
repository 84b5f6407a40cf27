import type { Day } from '@/lib/platform/days'

/** A limit that one approver of a payer lends to another for some days (B6). */
export type Delegation = {
  id: string
  payerId: string
  fromId: string
  toId: string
  limitPence: bigint
  validFrom: Day
  /** The last day. */
  validTo: Day
  reason: string
  createdAt: Date
  endedAt: Date | null
  endedById: string | null
}

export const isDelegatedOn = (d: Delegation, on: Day): boolean =>
  d.endedAt === null && d.validFrom <= on && on <= d.validTo

/** What is lent on a day: of each loan no more than its lender may approve on that day, and of several the greatest. */
export function delegatedOn(delegations: Delegation[], on: Day, limitOfLender: (personId: string) => bigint): bigint {
  const cut = delegations
    .filter((d) => isDelegatedOn(d, on))
    .map((d) => {
      const own = limitOfLender(d.fromId)
      return d.limitPence < own ? d.limitPence : own
    })
  return cut.reduce((greatest, pence) => (pence > greatest ? pence : greatest), 0n)
}
