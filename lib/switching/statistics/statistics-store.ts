import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { SignedReport } from '@/lib/reconciliation/report'

/** Every whole switch; its parts are counted with it. */
export const findWhole = (tx: Tx) =>
  tx.switch.findMany({
    where: { parentId: null },
    select: {
      id: true,
      payerId: true,
      losingSupplierId: true,
      gainingSupplierId: true,
      leavingContractId: true,
      gainingContractId: true,
      openedAt: true,
    },
    orderBy: { id: 'asc' },
  })

/** The moves of all switches, oldest first: from which state to which, and when. */
export const findMoves = (tx: Tx) =>
  tx.$queryRaw<{ switchId: string; name: string; from: string | null; to: string; at: Date }[]>`
    select "aboutId" as "switchId", name, "fromState" as "from", "toState" as "to", at from "Event"
    where "aboutType" = 'Switch' and "toState" is not null and "toState" is distinct from "fromState" order by id`

/** Of each run before go-live, whether it found an unexplained S1. */
export async function findS1(tx: Tx): Promise<{ switchId: string; found: boolean }[]> {
  const rows = await tx.$queryRaw<{ switchId: string; s1: SignedReport['totals']['unexplained']['S1'] }[]>`
    select "switchId"::text as "switchId", content #> '{totals,unexplained,S1}' as s1 from "VerifiedReport"
    where kind in ('trial', 'final')`
  return rows.map(({ switchId, s1 }) => ({ switchId, found: s1 !== 0 }))
}
