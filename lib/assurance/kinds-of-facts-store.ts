import 'server-only'
import type { Tx } from '@/lib/platform/db'

/** Which kinds of facts there are of some module versions: most modules have few, and what is not there need not be read. */
export type KindsOfFacts = Record<
  'nonConformities' | 'decisions' | 'challenges' | 'waivers' | 'redeclarations',
  boolean
>

export async function findKindsOfFacts(tx: Tx, moduleVersionIds: string[]): Promise<KindsOfFacts> {
  const [kinds] = await tx.$queryRaw<[KindsOfFacts]>`
    with asked as (select unnest(${moduleVersionIds}::uuid[]) as id)
    select exists (select from "NonConformity" join asked a on a.id = "moduleVersionId" where "determinedOn" is not null) as "nonConformities",
      exists (select from "OfficerDecision" join asked a on a.id = "moduleVersionId") as decisions,
      exists (select from "Challenge" join asked a on a.id = "moduleVersionId" where state in ('accepted', 're-passed', 'failed')) as challenges,
      exists (select from "Waiver" join asked a on a.id = "moduleVersionId") as waivers,
      exists (select from "Redeclaration" join asked a on a.id = "moduleVersionId") as redeclarations`
  return kinds
}
