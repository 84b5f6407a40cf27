import 'server-only'
import type { Tx } from '@/lib/platform/db'
import { newId } from '@/lib/platform/ids'
import type { ClaimedRelation, ClaimState, DependencyClaim } from './dependency-claim'

const columns = {
  id: true,
  moduleId: true,
  supplierId: true,
  targetId: true,
  targetSupplierId: true,
  relation: true,
  minimumVersion: true,
  note: true,
  state: true,
  version: true,
  changedAt: true,
  reason: true,
} as const
type Row = Omit<DependencyClaim, 'state' | 'relation'> & { state: string; relation: string }
const claimOf = (row: Row): DependencyClaim => ({
  ...row,
  state: row.state as ClaimState,
  relation: row.relation as ClaimedRelation,
})

export async function findClaim(tx: Tx, id: string): Promise<DependencyClaim | undefined> {
  const row = await tx.dependencyClaim.findUnique({ where: { id }, select: columns })
  return row ? claimOf(row) : undefined
}

/** What one module’s text claims, dropped ones too; locked until the transaction ends, so that no answer comes between. */
export async function lockClaimsBy(tx: Tx, moduleId: string): Promise<DependencyClaim[]> {
  await tx.$queryRaw`select id from "DependencyClaim" where "moduleId" = ${moduleId}::uuid order by id for update`
  return (await tx.dependencyClaim.findMany({ where: { moduleId }, select: columns })).map(claimOf)
}

/** What stands between any of these modules and others, in both directions; at most 1,000. */
export async function findClaimsOf(tx: Tx, moduleIds: string[]): Promise<DependencyClaim[]> {
  const rows = await tx.dependencyClaim.findMany({
    where: {
      state: { not: 'dropped' },
      OR: [{ moduleId: { in: moduleIds } }, { targetId: { in: moduleIds } }],
    },
    select: columns,
    orderBy: { id: 'asc' },
    take: 1000,
  })
  return rows.map(claimOf)
}

/** What others claim of the modules of these suppliers, those that wait first. */
export async function findClaimsAbout(tx: Tx, supplierIds: string[]): Promise<DependencyClaim[]> {
  const rows = await tx.dependencyClaim.findMany({
    where: { targetSupplierId: { in: supplierIds }, state: { not: 'dropped' } },
    select: columns,
    orderBy: [{ state: 'asc' }, { claimedAt: 'desc' }, { id: 'asc' }],
    take: 500,
  })
  return rows.map(claimOf)
}

type NewClaim = Pick<DependencyClaim, 'moduleId' | 'supplierId' | 'targetId' | 'targetSupplierId' | 'relation'> & {
  minimumVersion: string | null
  note: string | null
}
export async function addClaim(tx: Tx, claim: NewClaim, at: Date, changedById: string): Promise<string> {
  const { id } = await tx.dependencyClaim.create({
    data: { id: newId(), ...claim, state: 'claimed', claimedAt: at, changedAt: at, changedById },
    select: { id: true },
  })
  return id
}

type Change = { minimumVersion?: string | null; note?: string | null; reason: string | null; changedById: string }
/** False where somebody moved it since. */
export async function moveClaim(
  tx: Tx,
  { id, state: from }: DependencyClaim,
  version: number,
  at: Date,
  change: Change & { state: ClaimState },
): Promise<boolean> {
  const anew = change.state === 'claimed' ? { claimedAt: at } : {}
  const { count } = await tx.dependencyClaim.updateMany({
    where: { id, version, state: from },
    data: { ...change, ...anew, changedAt: at, version: { increment: 1 } },
  })
  return count === 1
}

/** A note may change without anybody having to answer anew. */
export const keepNote = (tx: Tx, id: string, note: string | null) =>
  tx.dependencyClaim.updateMany({ where: { id }, data: { note } })

/** The supplier of each of these modules; none for an id that is no module. */
export async function findSuppliersOf(tx: Tx, moduleIds: string[]): Promise<Map<string, string>> {
  const rows = await tx.module.findMany({ where: { id: { in: moduleIds } }, select: { id: true, supplierId: true } })
  return new Map(rows.map((row) => [row.id, row.supplierId]))
}

export type NamedModule = {
  id: string
  name: string
  version: string
  supplierId: string
  supplierBrand: string
  listed: boolean
}

/** Names of modules by their newest text, listed or not. One statement. */
export async function findNamedModules(tx: Tx, ids: string[]): Promise<Record<string, NamedModule>> {
  const rows = await tx.$queryRaw<NamedModule[]>`
    select m.id, l.name, l.content ->> 'version' as version, m."supplierId", s.brand as "supplierBrand",
      s.status = 'active' and m."currentListingId" is not null as listed
    from "Module" m join "Supplier" s on s."organisationId" = m."supplierId"
    join lateral (
      select name, content from "ListingVersion" where "moduleId" = m.id order by "publishedAt" desc limit 1
    ) l on true
    where m.id = any(${ids}::uuid[])`
  return Object.fromEntries(rows.map((row) => [row.id, row]))
}

/** Listed modules whose name, or whose supplier’s brand, holds the words; at most 20, by name. */
export const findModulesNamedLike = (tx: Tx, words: string) =>
  tx.$queryRaw<NamedModule[]>`
    select m.id, l.name, l.content ->> 'version' as version, m."supplierId", s.brand as "supplierBrand", true as listed
    from "Module" m join "ListingVersion" l on l.id = m."currentListingId"
    join "Supplier" s on s."organisationId" = m."supplierId" and s.status = 'active'
    where strpos(lower(l.name), lower(${words})) > 0 or strpos(lower(s.brand), lower(${words})) > 0
    order by lower(l.name), m.id limit 20`
