import 'server-only'
import type { Day } from '@/lib/platform/days'
import type { Tx } from '@/lib/platform/db'
import { asTheyStood, formerRows } from '@/lib/platform/former-rows'

type Nested = {
  id: string
  versions: { id: string; requirements: { id: string; standardVersionId: string }[] }[]
  capabilities: { standardId: string; capabilityId: string; absent: boolean }[]
}
const byId = (row: { id: string }) => row.id
const tables = ['Standard', 'StandardVersion', 'Requirement', 'StandardCapability', 'Claim', 'NonConformity', 'Plan']

/** What assurance changes in place, turned back to the end of a day: one statement for all of it (RG-02). */
export async function factsAsTheyStood(tx: Tx, day: Day) {
  const former = await formerRows(tx, day, tables)
  return {
    standards: <T extends Nested>(rows: T[]): T[] =>
      asTheyStood(rows, former('Standard'), byId).map((standard) => ({
        ...standard,
        versions: asTheyStood(standard.versions, former('StandardVersion'), byId).map((version) => ({
          ...version,
          requirements: asTheyStood(
            version.requirements,
            former('Requirement'),
            (r) => `${r.standardVersionId}/${r.id}`,
          ),
        })),
        capabilities: asTheyStood(
          standard.capabilities,
          former('StandardCapability'),
          (c) => `${c.standardId}/${c.capabilityId}`,
        ),
      })),
    claims: <T extends { id: string }>(rows: T[]): T[] => asTheyStood(rows, former('Claim'), byId),
    nonConformities: <T extends { id: string; plans: { id: string }[] }>(rows: T[]): T[] =>
      asTheyStood(rows, former('NonConformity'), byId).map((nc) => ({
        ...nc,
        plans: asTheyStood(nc.plans, former('Plan'), byId),
      })),
  }
}
export type AsTheyStood = Awaited<ReturnType<typeof factsAsTheyStood>>
