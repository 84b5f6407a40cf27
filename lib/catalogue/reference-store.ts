import 'server-only'
import type { Tx } from '@/lib/platform/db'
import type { EpicName, ReferenceNames } from './module-view'

/** Names of capabilities, integrations and frameworks by id, with the active MUST epics of each capability. */
export async function findReferenceNames(tx: Tx): Promise<ReferenceNames> {
  const capabilities = await tx.$queryRaw<
    { id: string; name: string; category: string; expired: boolean; mustEpicIds: string[] }[]
  >`
    select c.id, c.name, c.category, c.status <> 'effective' as expired,
      coalesce(array_agg(x.id order by x.id) filter (where x.id is not null), '{}') as "mustEpicIds"
    from "Capability" c
    left join "CapabilityEpic" e on e."capabilityId" = c.id and e.level = 'MUST' and not e.absent
    left join "Epic" x on x.id = e."epicId" and x.active
    group by c.id`
  const integrations = await tx.integration.findMany({ select: { id: true, family: true, name: true } })
  const frameworks = await tx.framework.findMany({ select: { id: true, shortName: true } })
  return {
    capabilities: Object.fromEntries(capabilities.map(({ id, ...capability }) => [id, capability])),
    integrations: Object.fromEntries(integrations.map((i) => [i.id, `${i.family} ${i.name}`])),
    frameworks: Object.fromEntries(frameworks.map((f) => [f.id, f.shortName])),
  }
}

/** Frameworks and capabilities by id, as far as they can expire. */
export async function findExpiries(tx: Tx, frameworkIds: string[], capabilityIds: string[]) {
  const frameworks = await tx.framework.findMany({
    where: { id: { in: frameworkIds } },
    select: { shortName: true, expired: true, expiresOn: true },
    orderBy: { id: 'asc' },
  })
  const capabilities = await tx.capability.findMany({
    where: { id: { in: capabilityIds }, status: 'expired' },
    select: { id: true, name: true },
    orderBy: { id: 'asc' },
  })
  return [
    ...frameworks.map((f) => ({ name: f.shortName, expired: f.expired, on: f.expiresOn })),
    ...capabilities.map((c) => ({ name: `${c.id} ${c.name}`, expired: true, on: null })),
  ]
}

/** The name that each of these modules was published under last. */
export async function findModuleNames(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const rows = await tx.listingVersion.findMany({
    where: { moduleId: { in: ids } },
    select: { moduleId: true, name: true },
    orderBy: { publishedAt: 'asc' },
  })
  return new Map(rows.map((row) => [row.moduleId, row.name]))
}
/** The epics of these capabilities (of all, where none are named), MUST before MAY; one statement. */
export async function findEpics(tx: Tx, capabilityIds?: string[]): Promise<Record<string, EpicName[]>> {
  const rows = await tx.capabilityEpic.findMany({
    where: { absent: false, ...(capabilityIds && { capabilityId: { in: capabilityIds } }) },
    select: {
      capabilityId: true,
      level: true,
      epic: { select: { id: true, title: true, active: true, supplierDefined: true } },
    },
    // 'MUST' comes after 'MAY' in the alphabet.
    orderBy: [{ level: 'desc' }, { epicId: 'asc' }],
  })
  const epics: Record<string, EpicName[]> = {}
  for (const { capabilityId, level, epic } of rows) {
    const { title, ...rest } = epic
    epics[capabilityId] ??= []
    epics[capabilityId].push({ ...rest, name: title, level: level as EpicName['level'] })
  }
  return epics
}

/** The whole national reference, with every epic: for those who write a listing. */
export const findWholeReference = async (tx: Tx) => ({ ...(await findReferenceNames(tx)), epics: await findEpics(tx) })
